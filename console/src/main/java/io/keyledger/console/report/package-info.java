/** What auditors take away: reports to be read, printed, and worked on as a table. */
@NullMarked
package io.keyledger.console.report;

import org.jspecify.annotations.NullMarked;
