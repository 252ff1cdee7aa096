/**
 * What tests of the query side share: a writer of records, a small view, and looks at the ledger.
 */
@NullMarked
package io.keyledger.query.testing;

import org.jspecify.annotations.NullMarked;
