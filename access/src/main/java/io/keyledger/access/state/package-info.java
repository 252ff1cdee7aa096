/**
 * The access tables as one node has them in mind: service users with their keys, groups, and roles
 * with compiled permissions. The cache stands at exactly one snapshot of the database. It is
 * brought to the next by the changes that became visible in between, whatever order they committed
 * in, and starts anew when those are no longer told or the database is another incarnation.
 */
@NullMarked
package io.keyledger.access.state;

import org.jspecify.annotations.NullMarked;
