/**
 * Rows that each stand for several keys: what is known of up to some sixteen keys of a place, such
 * as a workspace or a day of one, lies in one row, so that many keys cost few rows to change. Which
 * keys share a row follows from their ids and from how many keys their place has, and from nothing
 * else, so that a rebuild gives the same rows. See decision 0026.
 */
@NullMarked
package io.keyledger.query.bundle;

import org.jspecify.annotations.NullMarked;
