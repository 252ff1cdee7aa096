/**
 * How a service reads where it runs: from its environment alone, with secrets in files that the
 * environment names. Both sides start this way when each is a process of its own.
 */
@NullMarked
package io.keyledger.access.service;

import org.jspecify.annotations.NullMarked;
