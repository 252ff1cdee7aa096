/** Security policies as they are now, what they grant, and whom they reach. */
@NullMarked
package io.keyledger.query.policy;

import org.jspecify.annotations.NullMarked;
