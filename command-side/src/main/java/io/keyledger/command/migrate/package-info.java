/**
 * The step before any node starts: roles with their passwords, the database and its schema. It
 * alone is given the credentials of the superuser and of the owner; nodes never are.
 */
@NullMarked
package io.keyledger.command.migrate;

import org.jspecify.annotations.NullMarked;
