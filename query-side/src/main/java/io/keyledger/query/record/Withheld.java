package io.keyledger.query.record;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Stored JSON without hashes of secrets, at whatever depth they are. */
public final class Withheld {

    static final String MARK = "withheld";

    private static final String HASH = "hmac";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Withheld() {}

    /** Whether something of the object is not to be shown. */
    public static boolean isIn(byte[] stored) {
        List<String> withheld = new ArrayList<>();
        read(stored, "", withheld);
        return !withheld.isEmpty();
    }

    /** The object, and adds the paths of what it withholds to those. */
    static Map<String, Object> read(byte[] stored, String path, List<String> withheld) {
        JsonNode object = JSON.readTree(new String(stored, StandardCharsets.UTF_8));
        hide(object, path, withheld);
        return JSON.convertValue(object, OBJECT);
    }

    private static void hide(JsonNode node, String path, List<String> withheld) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                String place = path + "." + name;
                if (name.equals(HASH)) {
                    object.put(name, MARK);
                    withheld.add(place);
                } else {
                    hide(object.get(name), place, withheld);
                }
            }
        } else if (node.isArray()) {
            node.forEach(each -> hide(each, path, withheld));
        }
    }
}
