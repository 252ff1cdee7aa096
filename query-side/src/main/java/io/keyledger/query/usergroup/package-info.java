/**
 * User groups as they are, or were at a moment: the roles they carry, the service users in them,
 * and how many people.
 */
@NullMarked
package io.keyledger.query.usergroup;

import org.jspecify.annotations.NullMarked;
