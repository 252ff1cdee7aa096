package io.keyledger.query.directory;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

/** Labels of a service user as the JSON object they are stored as. */
public final class Labels {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private Labels() {}

    static String write(Map<String, String> labels) {
        return JSON.writeValueAsString(labels);
    }

    /** The object that holds one label, given as key, colon and value. */
    public static String of(String label) {
        int colon = label.indexOf(':');
        return write(Map.of(label.substring(0, colon), label.substring(colon + 1)));
    }

    public static Map<String, String> read(String json) {
        return JSON.readValue(json, TEXTS);
    }
}
