/**
 * What fills a Keyledger to measure with, asks it at times set beforehand, and counts what came of
 * it. Each program prints rows or sentences of Markdown; the scripts of {@code benchmarks/} run
 * them.
 */
@NullMarked
package io.keyledger.benchmark.load;

import org.jspecify.annotations.NullMarked;
