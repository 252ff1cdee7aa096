/**
 * The view of people: who ever signed in, when, as what, and in which groups they were at any
 * ledger position. It is a view of its own beside the directory, and follows each person's own
 * events; of a name only the reference is kept, which an erasure leaves without a text. See
 * decision 0024.
 */
@NullMarked
package io.keyledger.query.people;

import org.jspecify.annotations.NullMarked;
