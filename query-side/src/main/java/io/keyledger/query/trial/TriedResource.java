package io.keyledger.query.trial;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.shared.policy.Resource;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.util.Map;
import java.util.Objects;

/** What a key would be used on, in a check's own form. */
record TriedResource(
        @Nullable String type,
        @Nullable String id,
        @Nullable Map<String, @Nullable String> attributes) {

    private static final int MAX_LENGTH = 8_192;
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * @throws ApiProblem 400 if it is none
     */
    static @Nullable Resource read(@Nullable String json) {
        if (json == null) {
            return null;
        }
        try {
            if (json.length() <= MAX_LENGTH) {
                return JSON.readValue(json, TriedResource.class).checked();
            }
        } catch (JacksonException | IllegalArgumentException | NullPointerException _) {
            // answered below, as one that is too long is
        }
        throw ApiProblem.invalid(
                "resource",
                "resource is JSON with type, id and attributes, which are texts, such as"
                        + " {\"type\":\"asset\",\"attributes\":{\"region\":\"eu\"}}");
    }

    /** Attributes without a value are refused as the map they become refuses them. */
    private Resource checked() {
        return new Resource(type, id, Map.copyOf(Objects.requireNonNullElse(attributes, Map.of())));
    }
}
