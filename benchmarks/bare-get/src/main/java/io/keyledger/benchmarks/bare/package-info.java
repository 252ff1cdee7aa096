/** What everything else is measured against. */
@NullMarked
package io.keyledger.benchmarks.bare;

import org.jspecify.annotations.NullMarked;
