/** Roles: what they hold, and changes to them. */
@NullMarked
package io.keyledger.console.role;

import org.jspecify.annotations.NullMarked;
