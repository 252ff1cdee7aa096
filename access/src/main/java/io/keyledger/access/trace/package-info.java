/**
 * Traces, when somebody says where to send them and only then. A span tells what was done and how
 * long it took: command, view, handler; nothing of what a request held or an exception said.
 */
@NullMarked
package io.keyledger.access.trace;

import org.jspecify.annotations.NullMarked;
