/**
 * The audit trail as it is projected: one row per change, with what it changed by field, and one
 * per key use, with no more than what is filtered by, since uses dominate. Hashes of secrets never
 * reach it. The switches over events have no default, so an event that is added breaks the build
 * here.
 */
@NullMarked
package io.keyledger.query.audittrail;

import org.jspecify.annotations.NullMarked;
