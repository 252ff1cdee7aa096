package io.keyledger.query.directory;

import io.keyledger.query.history.Moment;
import io.keyledger.shared.event.NameAndDescription;
import io.keyledger.shared.event.SecurityPolicyEvent;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyCreated;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyDeleted;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyDetailsChanged;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyDisabled;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyEnabled;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyGrantsChanged;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyGuardsChanged;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyMonitored;
import io.keyledger.shared.policy.PolicyGrant;
import io.keyledger.shared.policy.PolicyState;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What each event of a security policy makes of it and its grants. */
record PolicyChanges(Directory directory, UUID id, Moment now) {

    void apply(SecurityPolicyEvent event, String workspace) {
        switch (event) {
            case SecurityPolicyCreated created -> create(created, workspace);
            case SecurityPolicyDetailsChanged changed -> change(row -> row.with(changed.after()));
            case SecurityPolicyGuardsChanged changed -> change(row -> row.with(changed.after()));
            case SecurityPolicyGrantsChanged changed -> {
                directory.policies().touch(id, now);
                endGrants(changed.after().size());
                grant(changed.after(), workspace);
            }
            case SecurityPolicyEnabled _ -> change(row -> row.in(PolicyState.ENABLED));
            case SecurityPolicyMonitored _ -> change(row -> row.in(PolicyState.MONITORING));
            case SecurityPolicyDisabled _ -> change(row -> row.in(PolicyState.DISABLED));
            case SecurityPolicyDeleted _ -> {
                directory.policies().end(id, now);
                endGrants(0);
            }
        }
    }

    private void create(SecurityPolicyCreated created, String workspace) {
        SecurityPolicyRow row =
                new SecurityPolicyRow(
                        workspace,
                        new NameAndDescription(created.name(), created.description()),
                        PolicyState.DISABLED,
                        created.guards(),
                        created.builtIn(),
                        now.at());
        directory.policies().put(id, row, now);
        grant(created.grants(), workspace);
    }

    private void change(UnaryOperator<SecurityPolicyRow> change) {
        directory.policies().change(id, change, now);
    }

    private void grant(List<PolicyGrant> grants, String workspace) {
        for (int place = 0; place < grants.size(); place++) {
            directory
                    .policyGrants()
                    .put(
                            new GrantPlace(id, place),
                            new GrantRow(workspace, grants.get(place)),
                            now);
        }
    }

    private void endGrants(int from) {
        directory
                .policyGrants()
                .keysWhere(grant -> grant.policy().equals(id) && grant.place() >= from)
                .forEach(grant -> directory.policyGrants().end(grant, now));
    }
}
