/**
 * People who sign in: the list, searched and sorted by its address, and the page of one, now or at
 * a moment. What they are members of is the provider's to say; only disabling them is done here.
 */
@NullMarked
package io.keyledger.console.person;

import org.jspecify.annotations.NullMarked;
