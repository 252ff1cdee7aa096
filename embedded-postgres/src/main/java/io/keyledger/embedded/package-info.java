/**
 * A PostgreSQL server that lives and dies with the process that needs it, on a data directory that
 * survives both. Commits are durable, only the loopback address is served, and nobody gets in
 * without a password. A server that outlived its process is stopped before another starts; two
 * never share a directory.
 */
@NullMarked
package io.keyledger.embedded;

import org.jspecify.annotations.NullMarked;
