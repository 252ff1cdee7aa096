package io.keyledger.query.trial;

import io.keyledger.access.check.SaidResource;
import io.keyledger.access.problem.ApiProblem;
import io.keyledger.shared.policy.Resource;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a key would be used on, in a check's own form and within a check's own limits. */
final class TriedResource {

    private static final String FIELD = "resource";
    private static final JsonMapper JSON = JsonMapper.shared();

    private TriedResource() {}

    /**
     * The resource; null if none was sent.
     *
     * @throws ApiProblem 400 if it is none that a check would take
     */
    static @Nullable Resource read(@Nullable String json) {
        if (json == null) {
            return null;
        }
        SaidResource said;
        try {
            said = JSON.readValue(json, SaidResource.class);
        } catch (JacksonException _) {
            said = null;
        }
        if (said == null) {
            throw ApiProblem.invalid(
                    FIELD,
                    "resource is JSON with type, id and attributes, which are texts, such as"
                            + " {\"type\":\"asset\",\"attributes\":{\"region\":\"eu\"}}");
        }
        try {
            return said.checked();
        } catch (SaidResource.Wrong wrong) {
            throw ApiProblem.invalid(FIELD, String.valueOf(wrong.getMessage()));
        }
    }
}
