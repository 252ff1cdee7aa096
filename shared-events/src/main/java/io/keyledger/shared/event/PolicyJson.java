package io.keyledger.shared.event;

import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.ResourceScope;

import tools.jackson.databind.json.JsonMapper;

/** Parts of policies as JSON, as they stand in events, for tables that hold them. */
public final class PolicyJson {

    private static final JsonMapper JSON = StoredJson.builder().build();

    private PolicyJson() {}

    public static String write(PolicyGuards guards) {
        return JSON.writeValueAsString(guards);
    }

    public static String write(ResourceScope scope) {
        return JSON.writeValueAsString(scope);
    }

    public static PolicyGuards guards(String json) {
        return JSON.readValue(json, PolicyGuards.class);
    }

    public static ResourceScope scope(String json) {
        return JSON.readValue(json, ResourceScope.class);
    }
}
