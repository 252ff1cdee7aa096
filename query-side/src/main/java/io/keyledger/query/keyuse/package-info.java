/**
 * The view of key usage: for each key when it was first and last used, from where and for what, and
 * how often it was allowed and refused. A wrong secret counts as a refusal but is no use: who
 * guesses at a key does not make it used. Merging is commutative, so the order of records does not
 * matter. How keys share rows is told by decision 0026.
 */
@NullMarked
package io.keyledger.query.keyuse;

import org.jspecify.annotations.NullMarked;
