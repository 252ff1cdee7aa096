/**
 * The changes of the audit trail as they are projected: one row per change, with what it changed by
 * field. Hashes of secrets never reach it. The switches over events have no default, so an event
 * that is added breaks the build here. Uses of keys are in {@code usetrail}.
 */
@NullMarked
package io.keyledger.query.audittrail;

import org.jspecify.annotations.NullMarked;
