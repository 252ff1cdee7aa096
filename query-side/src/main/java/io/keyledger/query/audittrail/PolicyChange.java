package io.keyledger.query.audittrail;

import io.keyledger.shared.event.SecurityPolicyEvent;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyCreated;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyDeleted;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyDetailsChanged;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyDisabled;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyEnabled;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyGrantsChanged;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyGuardsChanged;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyMonitored;
import io.keyledger.shared.policy.PolicyState;

import org.jspecify.annotations.Nullable;

/** Every event of a security policy as the audit trail tells it. */
final class PolicyChange {

    private PolicyChange() {}

    static Change of(SecurityPolicyEvent event) {
        return switch (event) {
            case SecurityPolicyCreated e ->
                    change(
                            e,
                            null,
                            Fields.of("name", e.name())
                                    .with("description", e.description())
                                    .with("grants", PolicyFields.grants(e.grants()))
                                    .with("guards", PolicyFields.guards(e.guards()))
                                    .with("builtIn", e.builtIn()));
            case SecurityPolicyDetailsChanged e ->
                    change(e, Fields.of(e.before()), Fields.of(e.after())).onlyDifferences();
            case SecurityPolicyGrantsChanged e ->
                    change(
                            e,
                            Fields.of("grants", PolicyFields.grants(e.before())),
                            Fields.of("grants", PolicyFields.grants(e.after())));
            case SecurityPolicyGuardsChanged e ->
                    change(
                            e,
                            Fields.of("guards", PolicyFields.guards(e.before())),
                            Fields.of("guards", PolicyFields.guards(e.after())));
            case SecurityPolicyEnabled e -> state(e, e.before(), PolicyState.ENABLED);
            case SecurityPolicyMonitored e -> state(e, e.before(), PolicyState.MONITORING);
            case SecurityPolicyDisabled e -> state(e, e.before(), PolicyState.DISABLED);
            case SecurityPolicyDeleted e -> change(e, Fields.of("name", e.name()), null);
        };
    }

    private static Change state(SecurityPolicyEvent event, PolicyState before, PolicyState after) {
        return change(
                event,
                Fields.of("state", before.storedName()),
                Fields.of("state", after.storedName()));
    }

    private static Change change(
            SecurityPolicyEvent event, @Nullable Fields before, @Nullable Fields after) {
        return Change.of("security-policy", event.policyId(), before, after);
    }
}
