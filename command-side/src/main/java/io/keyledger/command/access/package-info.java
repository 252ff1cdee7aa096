/**
 * Writes the access tables, which checks and commands decide by, in the transaction of the events.
 * A row that cannot be written takes its event with it. Unique names and what is in use are held by
 * the tables' own constraints, whoever races.
 */
@NullMarked
package io.keyledger.command.access;

import org.jspecify.annotations.NullMarked;
