/** Ledger entries that views could not apply: why, and trying them again or leaving them out. */
@NullMarked
package io.keyledger.console.deadletter;

import org.jspecify.annotations.NullMarked;
