/**
 * What every decision shares: the form of values, and refusals with stable codes. Nothing here
 * knows a framework, a database or HTTP.
 */
@NullMarked
package io.keyledger.command.rule;

import org.jspecify.annotations.NullMarked;
