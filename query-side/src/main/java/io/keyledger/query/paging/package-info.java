/**
 * Lists in pages: limits, filters, and cursors. A cursor is the key of the last row shown, sealed
 * together with the list and the filters it was given for, so that it fits no other list. Paging is
 * by key, never by offset: rows that arrive meanwhile neither repeat nor hide others.
 */
@NullMarked
package io.keyledger.query.paging;

import org.jspecify.annotations.NullMarked;
