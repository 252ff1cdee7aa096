/**
 * The query side: the ledger, the views that follow it, and what can be asked of them. It reads
 * events, access tables and the journal, writes none of them but the journal (callers are recorded
 * like everybody), and knows nothing of the command side.
 */
@NullMarked
package io.keyledger.query;

import org.jspecify.annotations.NullMarked;
