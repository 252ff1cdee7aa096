package io.keyledger.console.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.client.api.Audit.Entry;
import io.keyledger.client.api.Named;
import io.keyledger.client.api.Permissions.Why;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class PathTest {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();
    private static final UUID USER = new UUID(0, 1);
    private static final Named GROUP = new Named(new UUID(0, 2), "group");
    private static final Named POLICY = new Named(new UUID(0, 3), "policy");
    private static final Named ROLE = new Named(new UUID(0, 4), "role");
    private static final Map<String, Object> WITH = Map.of("permissions", List.of("a:b", "c:d"));
    private static final Map<String, Object> WITHOUT = Map.of("permissions", List.of("c:d"));
    private static final Map<String, Object> GRANTED =
            Map.of("grants", List.of(Map.of("role", ROLE.id().toString())));
    private static final Map<String, Object> NOTHING_GRANTED = Map.of("grants", List.of());

    @Test
    void whatComesIsOpenedByWhatIsAssigned() {
        assertThat(turned(null, null, true, user("RoleAssigned", null, of("role", ROLE)))).isTrue();
        assertThat(turned(null, null, true, user("RoleAssigned", null, of("role", GROUP))))
                .isFalse();
        assertThat(turned(GROUP, null, true, user("RoleAssigned", null, of("role", ROLE))))
                .isFalse();
        assertThat(turned(GROUP, null, true, user("GroupAssigned", null, of("group", GROUP))))
                .isTrue();
        assertThat(
                        turned(
                                null,
                                POLICY,
                                true,
                                user("SecurityPolicyAttached", null, of("policy", POLICY))))
                .isTrue();
        assertThat(turned(null, null, true, user("ServiceUserEnabled", null, null))).isTrue();
        assertThat(turned(null, null, true, user("ServiceUserDisabled", null, null))).isFalse();
    }

    @Test
    void whatGoesIsClosedByWhatIsTakenAway() {
        assertThat(turned(null, null, false, user("RoleUnassigned", of("role", ROLE), null)))
                .isTrue();
        assertThat(turned(null, null, false, user("RoleAssigned", null, of("role", ROLE))))
                .isFalse();
        assertThat(
                        turned(
                                GROUP,
                                POLICY,
                                false,
                                group(
                                        "SecurityPolicyDetachedFromGroup",
                                        of("policy", POLICY),
                                        null)))
                .isTrue();
        assertThat(
                        turned(
                                GROUP,
                                null,
                                false,
                                group("RoleUnassignedFromGroup", of("role", ROLE), null)))
                .isTrue();
        assertThat(
                        turned(
                                GROUP,
                                POLICY,
                                false,
                                group("RoleUnassignedFromGroup", of("role", ROLE), null)))
                .isFalse();
        assertThat(turned(null, POLICY, false, policy("SecurityPolicyDisabled", null, null)))
                .isTrue();
        assertThat(turned(null, POLICY, true, policy("SecurityPolicyDisabled", null, null)))
                .isFalse();
        assertThat(turned(null, null, false, user("ServiceUserDeleted", null, null))).isTrue();
    }

    @Test
    void aRoleOrPolicyThatChangesTurnsWhatItChanges() {
        assertThat(turned(GROUP, null, false, role(WITH, WITHOUT))).isTrue();
        assertThat(turned(GROUP, null, true, role(WITH, WITHOUT))).isFalse();
        assertThat(turned(null, null, true, role(WITHOUT, WITH))).isTrue();
        assertThat(turned(null, null, true, role(WITH, WITH))).isFalse();
        assertThat(
                        turned(
                                null,
                                POLICY,
                                true,
                                policy("SecurityPolicyGrantsChanged", NOTHING_GRANTED, GRANTED)))
                .isTrue();
        assertThat(
                        turned(
                                null,
                                POLICY,
                                false,
                                policy("SecurityPolicyGrantsChanged", GRANTED, NOTHING_GRANTED)))
                .isTrue();
        assertThat(
                        turned(
                                null,
                                POLICY,
                                false,
                                policy("SecurityPolicyGrantsChanged", GRANTED, GRANTED)))
                .isFalse();
    }

    @Test
    void aPersonComesToWhatItsGroupsCarry() {
        assertThat(turned(GROUP, null, true, person("PersonGroupAssigned", true))).isTrue();
        assertThat(turned(GROUP, null, false, person("PersonGroupAssigned", true))).isFalse();
        assertThat(turned(GROUP, null, false, person("PersonGroupUnassigned", false))).isTrue();
        assertThat(turned(GROUP, null, false, person("PersonDisabled", true))).isTrue();
        assertThat(turned(GROUP, null, true, person("PersonEnabled", true))).isTrue();
        assertThat(turned(GROUP, null, true, person("PersonSignedIn", true))).isFalse();
    }

    private static Entry person(String event, boolean comes) {
        Map<String, Object> group = of("group", GROUP);
        return entry("person." + event, USER, comes ? null : group, comes ? group : null);
    }

    private static boolean turned(
            @Nullable Named group, @Nullable Named policy, boolean gained, Entry entry) {
        return new Path(USER, "a:b", new Why(group, policy, ROLE), gained).isTurnedBy(entry);
    }

    private static Map<String, Object> of(String field, Named value) {
        return Map.of(field, value.id().toString());
    }

    private static Entry user(
            String event,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after) {
        return entry("service-user." + event, USER, before, after);
    }

    private static Entry group(
            String event,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after) {
        return entry("user-group." + event, GROUP.id(), before, after);
    }

    private static Entry policy(
            String event,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after) {
        return entry("security-policy." + event, POLICY.id(), before, after);
    }

    private static Entry role(Map<String, Object> before, Map<String, Object> after) {
        return entry("role.RolePermissionsChanged", ROLE.id(), before, after);
    }

    private static Entry entry(
            String type,
            UUID subject,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("id", "id");
        fields.put("type", type);
        fields.put("subject", Map.of("kind", "any", "id", subject.toString()));
        fields.put("before", before);
        fields.put("after", after);
        return JSON.convertValue(fields, Entry.class);
    }
}
