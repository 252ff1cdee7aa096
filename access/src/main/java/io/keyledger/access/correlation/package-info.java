/** Gives each request an id that its log lines, its problems and its events share. */
@NullMarked
package io.keyledger.access.correlation;

import org.jspecify.annotations.NullMarked;
