/**
 * How far the ledger is behind the store and each view behind the ledger, for metrics and for
 * readiness. One statement, asked at most once a second however many ask, gives all of it.
 */
@NullMarked
package io.keyledger.query.lag;

import org.jspecify.annotations.NullMarked;
