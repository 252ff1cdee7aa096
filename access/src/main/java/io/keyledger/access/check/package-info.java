/**
 * What can be asked about a key and what can be answered: a key's own use or a check on behalf of
 * another caller, allowed or denied with a stable reason, or not recorded at all. Plain values,
 * without knowledge of how they are decided.
 */
@NullMarked
package io.keyledger.access.check;

import org.jspecify.annotations.NullMarked;
