/**
 * Rate limits: so many allowed uses per service user and window, never more over all nodes. A node
 * leases some of a window's uses at a time and counts them by itself, so that it may refuse early
 * by what others hold, and hardly ever asks. What is leased is durable before any use that it
 * allowed: both commits go into one write-ahead log, in that order.
 */
@NullMarked
package io.keyledger.access.quota;

import org.jspecify.annotations.NullMarked;
