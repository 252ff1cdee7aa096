/**
 * What the query side's loops and requests stand on and what is not about ledger or views: the data
 * source, transactions, loops that survive a database restart, and causes that are safe to show.
 */
@NullMarked
package io.keyledger.query.platform;

import org.jspecify.annotations.NullMarked;
