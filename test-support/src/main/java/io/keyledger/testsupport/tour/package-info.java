/** The README's tour, to be run against whatever answers: every command, and what it prints. */
@NullMarked
package io.keyledger.testsupport.tour;

import org.jspecify.annotations.NullMarked;
