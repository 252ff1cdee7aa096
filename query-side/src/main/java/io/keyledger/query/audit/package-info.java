/**
 * Questions to the audit trail: who changed what, and who used which key for what, newest first. A
 * page takes a handful of set-based queries: its entries, what its uses said in the journal, the
 * names that subjects had at the time, and the personal values that were not erased.
 */
@NullMarked
package io.keyledger.query.audit;

import org.jspecify.annotations.NullMarked;
