/** Roles as they are now, and who has them: user groups, and service users by themselves. */
@NullMarked
package io.keyledger.query.role;

import org.jspecify.annotations.NullMarked;
