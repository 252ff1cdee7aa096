package io.keyledger.command.access;

import io.keyledger.shared.event.PolicyJson;
import io.keyledger.shared.event.SecurityPolicyEvent;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyCreated;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyDeleted;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyDetailsChanged;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyDisabled;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyEnabled;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyGrantsChanged;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyGuardsChanged;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyMonitored;
import io.keyledger.shared.id.NameKey;
import io.keyledger.shared.policy.PolicyGrant;
import io.keyledger.shared.policy.PolicyState;

import java.util.List;
import java.util.UUID;

/**
 * Rows of {@code access.security_policy} and {@code access.policy_grant}. Every event moves its
 * version.
 */
record SecurityPolicyRows(Writes writes) {

    void write(SecurityPolicyEvent event, long version, String workspace) {
        UUID id = event.policyId();
        switch (event) {
            case SecurityPolicyCreated created -> insert(created, workspace);
            case SecurityPolicyDetailsChanged changed ->
                    writes.add(
                            "UPDATE access.security_policy SET name = ?, name_key = ? WHERE id = ?",
                            changed.after().name(),
                            NameKey.of(changed.after().name()),
                            id);
            case SecurityPolicyGrantsChanged changed -> {
                writes.add("DELETE FROM access.policy_grant WHERE policy_id = ?", id);
                grants(id, changed.after());
            }
            case SecurityPolicyGuardsChanged changed ->
                    writes.add(
                            "UPDATE access.security_policy SET guards = ?::jsonb WHERE id = ?",
                            PolicyJson.write(changed.after()),
                            id);
            case SecurityPolicyEnabled _ -> state(id, PolicyState.ENABLED);
            case SecurityPolicyMonitored _ -> state(id, PolicyState.MONITORING);
            case SecurityPolicyDisabled _ -> state(id, PolicyState.DISABLED);
            case SecurityPolicyDeleted _ ->
                    writes.add("DELETE FROM access.security_policy WHERE id = ?", id);
        }
        writes.add("UPDATE access.security_policy SET version = ? WHERE id = ?", version, id);
    }

    private void insert(SecurityPolicyCreated created, String workspace) {
        writes.add(
                "INSERT INTO access.security_policy"
                        + " (workspace, id, name, name_key, state, guards, built_in, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, 0)",
                workspace,
                created.policyId(),
                created.name(),
                NameKey.of(created.name()),
                PolicyState.DISABLED.storedName(),
                PolicyJson.write(created.guards()),
                created.builtIn());
        grants(created.policyId(), created.grants());
    }

    private void grants(UUID policy, List<PolicyGrant> grants) {
        for (int place = 0; place < grants.size(); place++) {
            PolicyGrant grant = grants.get(place);
            writes.add(
                    "INSERT INTO access.policy_grant (policy_id, place, role_id, resources)"
                            + " VALUES (?, ?, ?, ?::jsonb)",
                    policy,
                    place,
                    grant.roleId(),
                    grant.resources() == null ? null : PolicyJson.write(grant.resources()));
        }
    }

    private void state(UUID id, PolicyState state) {
        writes.add(
                "UPDATE access.security_policy SET state = ? WHERE id = ?", state.storedName(), id);
    }
}
