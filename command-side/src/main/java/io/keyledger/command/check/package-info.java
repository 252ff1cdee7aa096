/**
 * The ways in which gateways and resource servers ask whether a key may pass: checks one by one and
 * many at once, forward authentication, token introspection. All of them go through the same gate,
 * and are answered after what was asked is on record.
 */
@NullMarked
package io.keyledger.command.check;

import org.jspecify.annotations.NullMarked;
