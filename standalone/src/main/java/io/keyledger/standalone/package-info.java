/**
 * Everything in one process: takes the data directory, starts the database in it, brings the schema
 * up to date and runs both sides on one port. Whatever keeps it from starting is told in one
 * sentence.
 */
@NullMarked
package io.keyledger.standalone;

import org.jspecify.annotations.NullMarked;
