/** The parts that each check, or each use, goes through, by themselves. */
@NullMarked
package io.keyledger.benchmark;

import org.jspecify.annotations.NullMarked;
