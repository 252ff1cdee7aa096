package io.keyledger.standalone.walk;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** What can be wrong, or just barely right, with a body. */
final class BodyMutations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MANY = 600;

    private BodyMutations() {}

    static void mutate(Draft draft, RandomGenerator random) {
        JsonNode body = draft.body;
        if (body == null) {
            return;
        }
        if (random.nextInt(6) == 0) {
            breakJson(draft, random);
            return;
        }
        List<Place> places =
                Place.in(draft.operation.document(), body, draft.operation.bodySchema());
        if (places.isEmpty() || random.nextInt(12) == 0) {
            draft.body = anything(random);
            return;
        }
        Place place = places.get(random.nextInt(places.size()));
        switch (random.nextInt(8)) {
            case 0 -> place.remove();
            case 1 -> place.put(NODES.nullNode());
            case 2 -> place.put(anything(random));
            case 3 -> place.put(NODES.stringNode(HostileTexts.any(random)));
            case 4 -> addUnknown(place, random);
            case 5 -> place.put(many(place.value()));
            default -> place.put(atLimit(place, random));
        }
    }

    private static void addUnknown(Place place, RandomGenerator random) {
        JsonNode parent = place.value() instanceof ObjectNode value ? value : place.parent();
        if (parent instanceof ObjectNode object) {
            object.put(random.nextBoolean() ? "unknown" : HostileTexts.any(random), "x");
        }
    }

    private static JsonNode many(JsonNode value) {
        ArrayNode list = NODES.arrayNode();
        JsonNode item = value.isArray() && !value.isEmpty() ? value.get(0) : value;
        for (int i = 0; i < MANY; i++) {
            list.add(item);
        }
        return list;
    }

    /** At a limit that the document names, or just over it. */
    private static JsonNode atLimit(Place place, RandomGenerator random) {
        int over = random.nextInt(2);
        JsonNode schema = place.schema();
        if (place.value().isNumber()) {
            return number(schema, over, random);
        }
        if (place.value().isArray()) {
            ArrayNode list = NODES.arrayNode();
            int length = schema.path("maxItems").asInt(MANY) + over;
            for (int i = 0; i < length; i++) {
                list.add(NODES.stringNode("a" + i + ":view"));
            }
            return list;
        }
        if (place.value().isObject()) {
            ObjectNode object = NODES.objectNode();
            for (int i = schema.path("maxProperties").asInt(MANY) + over; i > 0; i--) {
                object.put("k" + i, "v");
            }
            return object;
        }
        int length = schema.path(random.nextBoolean() ? "maxLength" : "minLength").asInt(10_000);
        return NODES.stringNode(HostileTexts.ofLength(Math.max(0, length + over), random));
    }

    private static JsonNode number(JsonNode schema, int over, RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> NODES.numberNode(schema.path("maximum").asLong(0) + over);
            case 1 -> NODES.numberNode(schema.path("minimum").asLong(0) - over);
            case 2 -> NODES.numberNode(Long.MAX_VALUE);
            case 3 -> NODES.numberNode(new BigInteger("9".repeat(40)));
            case 4 -> NODES.numberNode(new BigDecimal("1.5"));
            default -> NODES.numberNode(Integer.MIN_VALUE);
        };
    }

    private static JsonNode anything(RandomGenerator random) {
        return switch (random.nextInt(8)) {
            case 0 -> NODES.booleanNode(true);
            case 1 -> NODES.numberNode(7);
            case 2 -> NODES.numberNode(new BigDecimal("1E+400"));
            case 3 -> NODES.arrayNode();
            case 4 -> NODES.objectNode();
            case 5 -> NODES.arrayNode().add(NODES.nullNode());
            case 6 -> NODES.objectNode().set("a", NODES.objectNode());
            default -> NODES.stringNode("text");
        };
    }

    private static void breakJson(Draft draft, RandomGenerator random) {
        byte[] good = draft.content();
        String text = new String(good, StandardCharsets.UTF_8);
        draft.raw =
                switch (random.nextInt(9)) {
                    case 0 -> Arrays.copyOf(good, random.nextInt(good.length));
                    case 1 -> bytes(text + " x");
                    case 2 -> bytes(text + text);
                    case 3 ->
                            bytes(
                                    text.replaceFirst(
                                            "\\{", "{\"name\":\"twice\",\"name\":\"twice\","));
                    case 4 -> bytes("\ufeff" + text);
                    case 5 -> bytes("[".repeat(5_000));
                    case 6 -> bytes("{\"a\":".repeat(2_000));
                    case 7 -> bytes("1".repeat(5_000));
                    default -> withInvalidUtf8(good, random);
                };
    }

    private static byte[] withInvalidUtf8(byte[] good, RandomGenerator random) {
        byte[] bad = good.clone();
        bad[random.nextInt(bad.length)] = (byte) 0xC3;
        return bad;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
