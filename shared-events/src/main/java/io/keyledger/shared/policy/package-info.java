/**
 * What a security policy holds: roles it grants, perhaps for some resources only, and guards that
 * every key use under it must pass. Plain values as they stand in events, and the rules by which
 * each holds or not; who is reached by a policy is decided elsewhere.
 */
@NullMarked
package io.keyledger.shared.policy;

import org.jspecify.annotations.NullMarked;
