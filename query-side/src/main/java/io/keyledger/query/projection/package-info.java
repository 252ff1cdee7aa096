/**
 * Views follow the ledger: each has a loop of its own that applies batches of entries and moves the
 * view's position in the same transaction. An entry that fails parks its stream and stops nobody
 * else. What a view's rows mean is the business of its {@link
 * io.keyledger.query.projection.Projection}.
 */
@NullMarked
package io.keyledger.query.projection;

import org.jspecify.annotations.NullMarked;
