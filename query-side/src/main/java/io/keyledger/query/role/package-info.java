/**
 * Roles as they are, or were at a moment, and who has them: user groups, and service users by
 * themselves.
 */
@NullMarked
package io.keyledger.query.role;

import org.jspecify.annotations.NullMarked;
