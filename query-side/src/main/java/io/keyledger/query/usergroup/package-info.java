/** User groups as they are now: the roles they carry and the service users in them. */
@NullMarked
package io.keyledger.query.usergroup;

import org.jspecify.annotations.NullMarked;
