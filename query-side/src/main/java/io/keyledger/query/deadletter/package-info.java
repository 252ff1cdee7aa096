/**
 * What operators see and do about entries that a view could not apply: list them, apply a stream's
 * parked entries again after the fault is mended, or let go of one. An entry applied late carries
 * its own position in the ledger, so that history tells when it became so, not when it was
 * repaired; a rebuild gives a view in which it was never late.
 */
@NullMarked
package io.keyledger.query.deadletter;

import org.jspecify.annotations.NullMarked;
