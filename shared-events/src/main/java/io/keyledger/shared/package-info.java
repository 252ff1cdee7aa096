/** The published language of Keyledger: what both sides must understand alike, and nothing else. */
@NullMarked
package io.keyledger.shared;

import org.jspecify.annotations.NullMarked;
