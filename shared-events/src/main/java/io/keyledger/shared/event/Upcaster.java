package io.keyledger.shared.event;

import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the JSON of one revision of an event into that of the next. Stored bytes stay as they are.
 */
public interface Upcaster {

    /** The stored name whose JSON this upcasts. */
    String name();

    /** The revision it reads; the result is of the next one. */
    int fromRevision();

    ObjectNode upcast(ObjectNode json);
}
