/**
 * What a check would be answered, tried without one: the code that decides uses looks at the access
 * tables as they are now and tells every condition. It records no use of the key that is tried, and
 * leases nothing of a rate limit; what can be known by a use alone is said not to be evaluated.
 */
@NullMarked
package io.keyledger.query.trial;

import org.jspecify.annotations.NullMarked;
