/**
 * Decides whether a key may do what is asked, from what the cache holds as of one snapshot. Pure:
 * no database, no clock of its own. What is reserved to workspace owners is dropped here once more,
 * as a second wall.
 */
@NullMarked
package io.keyledger.access.decision;

import org.jspecify.annotations.NullMarked;
