package io.keyledger.standalone.walk;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a value is in a body, and what the document says about it.
 *
 * @param name of the property, or the index in a list
 */
record Place(JsonNode parent, String name, JsonNode schema) {

    /** All places below a value. */
    static List<Place> in(Document document, JsonNode value, JsonNode schema) {
        List<Place> places = new ArrayList<>();
        collect(document, value, meant(document, schema), places);
        return places;
    }

    private static void collect(
            Document document, JsonNode value, JsonNode schema, List<Place> places) {
        if (value instanceof ObjectNode object) {
            object.forEachEntry(
                    (name, child) -> {
                        JsonNode named = schema.path("properties").path(name);
                        JsonNode other = schema.path("additionalProperties");
                        add(document, object, name, named.isMissingNode() ? other : named, places);
                    });
        } else if (value instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                add(document, list, Integer.toString(i), schema.path("items"), places);
            }
        }
    }

    private static void add(
            Document document, JsonNode parent, String name, JsonNode schema, List<Place> places) {
        Place place = new Place(parent, name, meant(document, schema));
        places.add(place);
        collect(document, place.value(), place.schema(), places);
    }

    /** What a schema refers to, or is if it is not null. */
    private static JsonNode meant(Document document, JsonNode schema) {
        JsonNode one = schema.has("anyOf") ? schema.get("anyOf").get(0) : schema;
        return one.isObject() ? document.resolved(one) : MissingNode.getInstance();
    }

    JsonNode value() {
        return parent instanceof ArrayNode list
                ? list.get(Integer.parseInt(name))
                : parent.get(name);
    }

    void put(JsonNode value) {
        switch (parent) {
            case ArrayNode list -> list.set(Integer.parseInt(name), value);
            case ObjectNode object -> object.set(name, value);
            default -> throw new IllegalStateException("nothing is in " + parent);
        }
    }

    void remove() {
        switch (parent) {
            case ArrayNode list -> list.remove(Integer.parseInt(name));
            case ObjectNode object -> object.remove(name);
            default -> throw new IllegalStateException("nothing is in " + parent);
        }
    }
}
