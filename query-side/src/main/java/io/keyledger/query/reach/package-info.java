/**
 * Whom a change of a group, role or security policy reaches: the service users that are enabled and
 * have it, by whatever way, those of their keys that can be used, and the people who have it by
 * their groups. They feel it at once. And what an edit of it would take from them in effect: what
 * they have by something else, too, they keep (decision 0031).
 */
@NullMarked
package io.keyledger.query.reach;

import org.jspecify.annotations.NullMarked;
