/**
 * Scratch databases for tests: one PostgreSQL server a JVM, a fresh copy of the schema for each
 * test.
 */
@NullMarked
package io.keyledger.testsupport;

import org.jspecify.annotations.NullMarked;
