/**
 * Whom a change of a group, role or security policy reaches: the service users that are enabled and
 * have it, by whatever way, and those of their keys that can be used. They feel it at once.
 */
@NullMarked
package io.keyledger.query.reach;

import org.jspecify.annotations.NullMarked;
