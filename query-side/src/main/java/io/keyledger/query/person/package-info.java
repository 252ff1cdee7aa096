/**
 * People who sign in, as they are or were at a moment: one, or a filtered list, in each workspace
 * that they have or had groups in; in {@code system} all of them. What they may do is told
 * elsewhere, and nothing here changes anybody. See decision 0024.
 */
@NullMarked
package io.keyledger.query.person;

import org.jspecify.annotations.NullMarked;
