/**
 * The ground the command side stands on: Axon's command bus and event store on PostgreSQL, with our
 * own envelope and codec; the locks that order decisions; the personal values of change events.
 * Framework types end here and in the aggregates' shells.
 */
@NullMarked
package io.keyledger.command.platform;

import org.jspecify.annotations.NullMarked;
