package io.keyledger.command.policy;

import io.keyledger.command.policy.SecurityPolicyState.Absent;
import io.keyledger.command.policy.SecurityPolicyState.Present;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
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

/** How a security policy's events make its state. */
final class SecurityPolicyEvolution {

    private SecurityPolicyEvolution() {}

    static SecurityPolicyState evolve(SecurityPolicyState state, SecurityPolicyEvent event) {
        return switch (event) {
            case SecurityPolicyCreated created ->
                    new Present(
                            created.name(),
                            created.description(),
                            created.grants(),
                            created.guards(),
                            PolicyState.DISABLED,
                            created.builtIn());
            case SecurityPolicyDetailsChanged changed -> {
                Present policy = present(state);
                yield new Present(
                        changed.after().name(),
                        changed.after().description(),
                        policy.grants(),
                        policy.guards(),
                        policy.state(),
                        policy.builtIn());
            }
            case SecurityPolicyGrantsChanged changed -> {
                Present policy = present(state);
                yield new Present(
                        policy.name(),
                        policy.description(),
                        changed.after(),
                        policy.guards(),
                        policy.state(),
                        policy.builtIn());
            }
            case SecurityPolicyGuardsChanged changed -> {
                Present policy = present(state);
                yield new Present(
                        policy.name(),
                        policy.description(),
                        policy.grants(),
                        changed.after(),
                        policy.state(),
                        policy.builtIn());
            }
            case SecurityPolicyEnabled _ -> present(state).in(PolicyState.ENABLED);
            case SecurityPolicyMonitored _ -> present(state).in(PolicyState.MONITORING);
            case SecurityPolicyDisabled _ -> present(state).in(PolicyState.DISABLED);
            case SecurityPolicyDeleted _ -> new Absent();
        };
    }

    static Present present(SecurityPolicyState state) {
        return switch (state) {
            case Present present -> present;
            case Absent _ ->
                    throw new Rejected(
                            RejectionCode.UNKNOWN_POLICY, "there is no such security policy");
        };
    }
}
