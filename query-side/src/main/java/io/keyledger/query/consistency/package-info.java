/**
 * Reading what one has written: a consistency token of a command is resolved to a ledger position,
 * and the read waits, bounded, until its views are there. Times in the past are resolved to
 * positions here, too, and waited for in the same way.
 */
@NullMarked
package io.keyledger.query.consistency;

import org.jspecify.annotations.NullMarked;
