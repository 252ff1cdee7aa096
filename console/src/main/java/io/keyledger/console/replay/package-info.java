/** Replays: rebuilding views from the ledger, and how far they are. */
@NullMarked
package io.keyledger.console.replay;

import org.jspecify.annotations.NullMarked;
