/**
 * The events of the domain, the names and revisions they are stored under, and their JSON.
 *
 * <p>Stored bytes are written once and read for ever: an event's JSON changes only by a new
 * revision with an upcaster from the old one. No class name is stored; {@link EventCatalogue} holds
 * the names.
 */
@NullMarked
package io.keyledger.shared.event;

import org.jspecify.annotations.NullMarked;
