/** Service users as they are now, with their groups, roles and keys: one, or a filtered list. */
@NullMarked
package io.keyledger.query.serviceuser;

import org.jspecify.annotations.NullMarked;
