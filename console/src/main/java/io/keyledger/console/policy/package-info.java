/** Security policies: their guards and grants, whom they reach, and changes to them. */
@NullMarked
package io.keyledger.console.policy;

import org.jspecify.annotations.NullMarked;
