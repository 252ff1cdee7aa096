package io.keyledger.standalone.walk;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bodies made of an operation's example, with the ids of those that they are about. */
final class Bodies {

    private Bodies() {}

    /** The example with each id replaced by a company's. */
    static JsonNode of(Operation operation, JsonNode example, Company company) {
        JsonNode body = example.deepCopy();
        places(operation, body, company).forEach(place -> place.put(operation, company));
        return body;
    }

    /** The body as often as it holds ids, each time with another one of them replaced. */
    static List<JsonNode> withOneOf(Operation operation, JsonNode body, Company other) {
        List<JsonNode> bodies = new ArrayList<>();
        int count = places(operation, body, other).size();
        for (int i = 0; i < count; i++) {
            JsonNode copy = body.deepCopy();
            places(operation, copy, other).get(i).put(operation, other);
            bodies.add(copy);
        }
        return bodies;
    }

    private static List<Place> places(Operation operation, JsonNode node, Company company) {
        List<Place> places = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            object.forEachEntry(
                    (name, value) -> {
                        if (isText(value) && company.named(operation, name).isPresent()) {
                            places.add(new Place(object, name));
                        } else {
                            places.addAll(places(operation, value, company));
                        }
                    });
        } else {
            node.forEach(item -> places.addAll(places(operation, item, company)));
        }
        return places;
    }

    private static boolean isText(JsonNode value) {
        return value.isString() || value.isArray() && value.path(0).isString();
    }

    /** A property whose value is an id, or a list of one. */
    private record Place(ObjectNode object, String name) {

        void put(Operation operation, Company company) {
            Optional<String> id = company.named(operation, name);
            StringNode text = StringNode.valueOf(id.orElseThrow());
            if (object.get(name) instanceof ArrayNode list) {
                list.set(0, text);
            } else {
                object.set(name, text);
            }
        }
    }
}
