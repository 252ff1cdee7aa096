/**
 * User groups as they are, or were at a moment: the roles they carry and the service users in them.
 */
@NullMarked
package io.keyledger.query.usergroup;

import org.jspecify.annotations.NullMarked;
