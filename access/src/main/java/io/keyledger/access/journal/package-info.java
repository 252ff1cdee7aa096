/**
 * The journal of key uses: what of a batch is written down, one record per workspace. Refusals that
 * cost a guesser nothing (no such key, wrong secret) are counted by source network, so that a flood
 * of them stays a handful of rows with exact counts. Addresses and user agents go to the erasable
 * dictionary of the workspace; a record holds references and commitments.
 */
@NullMarked
package io.keyledger.access.journal;

import org.jspecify.annotations.NullMarked;
