/**
 * What the reading packages share about the directory as it is now, or was at a position: how other
 * things are referred to, who holds what, and which patterns grant a permission.
 */
@NullMarked
package io.keyledger.query.current;

import org.jspecify.annotations.NullMarked;
