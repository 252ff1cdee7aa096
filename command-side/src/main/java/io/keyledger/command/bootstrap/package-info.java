/**
 * The first start: the workspace {@code system} and in it the bootstrap administrator, whose key is
 * written to a file that its owner alone may read. Two first nodes make one administrator, and a
 * crash at any point leaves either a key that works or nothing.
 */
@NullMarked
package io.keyledger.command.bootstrap;

import org.jspecify.annotations.NullMarked;
