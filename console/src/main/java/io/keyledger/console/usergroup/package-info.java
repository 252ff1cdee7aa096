/** User groups: the roles and policies that they carry, and changes to them. */
@NullMarked
package io.keyledger.console.usergroup;

import org.jspecify.annotations.NullMarked;
