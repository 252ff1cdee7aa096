/**
 * Runs nodes of the command side for tests: the whole of it, on PostgreSQL and behind HTTP, as it
 * runs for users. Any number of nodes may share a database and a data directory.
 */
@NullMarked
package io.keyledger.command.testing;

import org.jspecify.annotations.NullMarked;
