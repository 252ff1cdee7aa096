/**
 * What the gate measures, in Micrometer's terms. Labels have few values, all of them known from the
 * code: never a name, an id, a key or a path. Since metrics are served to whoever asks, refusals
 * are told apart only as far as callers are told.
 */
@NullMarked
package io.keyledger.access.metrics;

import org.jspecify.annotations.NullMarked;
