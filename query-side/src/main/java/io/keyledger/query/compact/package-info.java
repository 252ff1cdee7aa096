/**
 * Numbers and texts in few bytes, for the columns that views keep much in. Stored, so never
 * changed.
 */
@NullMarked
package io.keyledger.query.compact;

import org.jspecify.annotations.NullMarked;
