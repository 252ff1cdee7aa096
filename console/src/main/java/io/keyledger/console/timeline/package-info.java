/** The audit trail as sentences, with filters in the address. */
@NullMarked
package io.keyledger.console.timeline;

import org.jspecify.annotations.NullMarked;
