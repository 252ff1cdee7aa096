/** The list of service users: searched, filtered and sorted by its address, a page at a time. */
@NullMarked
package io.keyledger.console.roster;

import org.jspecify.annotations.NullMarked;
