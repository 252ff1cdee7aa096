/**
 * The admin API's commands over HTTP: bodies to commands, outcomes to answers, refusals to
 * problems. It decides nothing.
 */
@NullMarked
package io.keyledger.command.web;

import org.jspecify.annotations.NullMarked;
