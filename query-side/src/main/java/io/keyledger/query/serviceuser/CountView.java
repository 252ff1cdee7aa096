package io.keyledger.query.serviceuser;

/**
 * How many there are.
 *
 * @param exact false if there are more than {@code count}, where counting ended
 */
record CountView(long count, boolean exact) {}
