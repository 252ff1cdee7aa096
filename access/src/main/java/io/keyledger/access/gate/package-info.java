/**
 * The gate every key goes through: concurrent checks are gathered, decided on one snapshot of the
 * access tables, and recorded in one commit before any of them is answered. What could not be
 * recorded is never allowed. A batch is closed before its snapshot is taken, so each decision is of
 * a moment between its question and its answer.
 */
@NullMarked
package io.keyledger.access.gate;

import org.jspecify.annotations.NullMarked;
