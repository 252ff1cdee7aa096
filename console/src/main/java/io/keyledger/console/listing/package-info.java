/**
 * Lists, searched, filtered and sorted by their addresses, a page at a time. A list says what it
 * can be asked for; what is asked, the chips, the heads of columns and the counts follow from that
 * and the address.
 */
@NullMarked
package io.keyledger.console.listing;

import org.jspecify.annotations.NullMarked;
