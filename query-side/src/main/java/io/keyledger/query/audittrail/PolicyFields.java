package io.keyledger.query.audittrail;

import io.keyledger.shared.event.PolicyJson;
import io.keyledger.shared.policy.PolicyGrant;
import io.keyledger.shared.policy.PolicyGuards;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parts of policies by the names they have in the API. */
final class PolicyFields {

    private static final JsonMapper JSON = JsonMapper.shared();

    private PolicyFields() {}

    static List<Map<String, @Nullable Object>> grants(List<PolicyGrant> grants) {
        return grants.stream().map(PolicyFields::grant).toList();
    }

    static Map<?, ?> guards(PolicyGuards guards) {
        return tree(PolicyJson.write(guards));
    }

    private static Map<String, @Nullable Object> grant(PolicyGrant grant) {
        Map<String, @Nullable Object> fields = new TreeMap<>();
        fields.put("role", grant.roleId().toString());
        fields.put(
                "resources",
                grant.resources() == null ? null : tree(PolicyJson.write(grant.resources())));
        return fields;
    }

    private static Map<?, ?> tree(String json) {
        return JSON.readValue(json, Map.class);
    }
}
