/**
 * Requests that carry an Idempotency-Key are carried out once. What was answered is kept in the
 * transaction of the command, so that it is there exactly when the command's events are; what was
 * refused leaves nothing and may be tried again.
 */
@NullMarked
package io.keyledger.command.idempotency;

import org.jspecify.annotations.NullMarked;
