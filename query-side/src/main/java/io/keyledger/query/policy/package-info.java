/** Security policies as they are, or were at a moment, what they grant, and whom they reach. */
@NullMarked
package io.keyledger.query.policy;

import org.jspecify.annotations.NullMarked;
