/**
 * Permissions and how they match. A permission is {@code resource:action}; roles may hold patterns
 * of them, checks ask for exactly one. The owner rule's second wall stands here: no pattern matches
 * what is reserved to owners, and what is reserved never counts.
 */
@NullMarked
package io.keyledger.shared.permission;

import org.jspecify.annotations.NullMarked;
