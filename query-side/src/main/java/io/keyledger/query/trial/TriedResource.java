package io.keyledger.query.trial;

import io.keyledger.access.check.SaidResource;
import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.request.StrictJson;
import io.keyledger.shared.policy.Resource;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a key would be used on, in a check's own form and within a check's own limits. */
final class TriedResource {

    private static final String FIELD = "resource";
    private static final JsonMapper JSON = strict();

    private TriedResource() {}

    /** As the bodies of checks are read. */
    private static JsonMapper strict() {
        JsonMapper.Builder builder = JsonMapper.builder();
        new StrictJson().customize(builder);
        return builder.build();
    }

    /**
     * The resource; null if none was sent.
     *
     * @throws ApiProblem 400 if it is none that a check would take
     */
    static @Nullable Resource read(@Nullable String json) {
        if (json == null) {
            return null;
        }
        try {
            SaidResource said = JSON.readValue(json, SaidResource.class);
            if (said != null) {
                return said.checked();
            }
        } catch (JacksonException _) {
            // answered below, as null is
        } catch (SaidResource.Wrong wrong) {
            throw ApiProblem.invalid(FIELD, String.valueOf(wrong.getMessage()));
        }
        throw ApiProblem.invalid(
                FIELD,
                "resource is JSON with type, id and attributes, which are texts, such as"
                        + " {\"type\":\"asset\",\"attributes\":{\"region\":\"eu\"}}");
    }
}
