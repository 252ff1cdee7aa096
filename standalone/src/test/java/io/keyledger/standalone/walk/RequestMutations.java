package io.keyledger.standalone.walk;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.random.RandomGenerator;

/** What can be wrong with a path, a query or a header. */
final class RequestMutations {

    private static final List<String> VERSIONS =
            List.of(
                    "*",
                    "\"0\"",
                    "\"1\"",
                    "\"2\"",
                    "\"999\"",
                    "\"a\"",
                    "W/\"1\"",
                    "\"1\", \"2\"",
                    "1",
                    "",
                    ",",
                    "\"",
                    "\"99999999999999999999\"");
    private static final List<String> KEYS =
            List.of("used", "used", "", " ", "a b", "k".repeat(255), "k".repeat(256), "clé", "{}");
    private static final List<String> REASONS =
            List.of(
                    "why",
                    "%C3%A9",
                    "%",
                    "%zz",
                    "%00",
                    "%ff",
                    "%0a",
                    "a".repeat(500),
                    "a".repeat(501),
                    "%F0%9F%98%80".repeat(500),
                    "%F0%9F%98%80".repeat(501),
                    "é");
    private static final List<String> TOKENS =
            List.of(
                    "",
                    "x",
                    "....",
                    "01939f2e-7c1a-7b55-8e0a-5d1f3c2b4a60.1.0.workspace:system",
                    "01939f2e-7c1a-7b55-8e0a-5d1f3c2b4a60.9999999999.999999999999999999.x");
    private static final List<String> TYPES =
            List.of(
                    "",
                    "text/plain",
                    "application/xml",
                    "application/json;charset=utf-16",
                    "application/json;charset=no-such",
                    "application/yaml",
                    "x",
                    "*/*",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data");
    private static final List<String> NUMBERS =
            List.of("0", "1", "500", "501", "-1", "1.5", "1e3", "9999999999", " 1", "٣", "");

    private RequestMutations() {}

    static void mutate(Draft draft, RandomGenerator random) {
        switch (random.nextInt(6)) {
            case 0 -> path(draft, random);
            case 1, 2 -> query(draft, random);
            case 3 -> draft.headers.put("Reason", one(REASONS, random));
            case 4 -> header(draft, random);
            default -> draft.headers.put("Idempotency-Key", one(KEYS, random));
        }
    }

    private static void path(Draft draft, RandomGenerator random) {
        List<String> names = List.copyOf(draft.variables.keySet());
        if (!names.isEmpty()) {
            String name = names.get(random.nextInt(names.size()));
            draft.variables.put(name, value(random));
        }
    }

    private static void query(Draft draft, RandomGenerator random) {
        List<JsonNode> parameters = draft.operation.parameters("query");
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            JsonNode parameter =
                    parameters.isEmpty() ? null : parameters.get(random.nextInt(parameters.size()));
            String name = parameter == null ? "unknown" : parameter.get("name").asString();
            String value =
                    parameter == null || random.nextBoolean()
                            ? value(random)
                            : parameter.at("/schema/example").asString("x");
            draft.query.add(name + "=" + Draft.encoded(value));
        }
    }

    private static void header(Draft draft, RandomGenerator random) {
        switch (random.nextInt(4)) {
            case 0 -> draft.headers.put("If-Match", one(VERSIONS, random));
            case 1 -> draft.headers.put("Consistency-Token", one(TOKENS, random));
            case 2 -> draft.headers.put("Content-Type", one(TYPES, random));
            default -> draft.headers.put("Accept", one(TYPES, random));
        }
    }

    private static String value(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> one(NUMBERS, random);
            case 1 -> "a".repeat(1 + random.nextInt(1_500));
            default -> HostileTexts.any(random);
        };
    }

    private static String one(List<String> values, RandomGenerator random) {
        return values.get(random.nextInt(values.size()));
    }
}
