/**
 * The time control: a moment in the address of a page turns it into the past, where nothing can be
 * changed and whose links keep the moment. Pages that do not know of moments refuse one rather than
 * show the present as the past.
 */
@NullMarked
package io.keyledger.console.moment;

import org.jspecify.annotations.NullMarked;
