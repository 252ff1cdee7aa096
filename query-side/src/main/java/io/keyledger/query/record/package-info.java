/**
 * Records as they are stored, for whoever may read the audit trail: what views and sentences are
 * made of. Hashes of secrets are withheld; personal values stay the references that the record has.
 * It reads the store and the ledger alone, and no view.
 */
@NullMarked
package io.keyledger.query.record;

import org.jspecify.annotations.NullMarked;
