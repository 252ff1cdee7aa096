package io.keyledger.command.policy;

import static io.keyledger.command.policy.SecurityPolicyEvolution.present;

import io.keyledger.command.grant.PolicyReader.Attachments;
import io.keyledger.command.policy.SecurityPolicyCommand.CreateSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyCommand.DeleteSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyCommand.EditSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyCommand.SwitchSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyState.Present;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
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
import io.keyledger.shared.policy.PolicyState;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The rules of security policies. */
final class SecurityPolicyDecider {

    private SecurityPolicyDecider() {}

    static List<SecurityPolicyEvent> decide(
            CreateSecurityPolicy command, SecurityPolicyFacts facts) {
        Present created =
                new Present(
                        command.name(),
                        command.description(),
                        command.grants(),
                        command.guards(),
                        PolicyState.DISABLED,
                        command.builtIn());
        PolicyGranting.mustBeGrantable(created.in(command.state()), facts, true);
        List<SecurityPolicyEvent> events = new ArrayList<>();
        events.add(
                new SecurityPolicyCreated(
                        command.policyId(),
                        command.name(),
                        command.description(),
                        command.grants(),
                        command.guards(),
                        command.builtIn()));
        events.addAll(changes(command.policyId(), created, created.in(command.state())));
        return events;
    }

    static List<SecurityPolicyEvent> decide(
            SecurityPolicyState state, EditSecurityPolicy command, SecurityPolicyFacts facts) {
        Present before = present(state);
        Present after =
                new Present(
                        Objects.requireNonNullElse(command.name(), before.name()),
                        Objects.requireNonNullElse(command.description(), before.description()),
                        Objects.requireNonNullElse(command.grants(), before.grants()),
                        Objects.requireNonNullElse(command.guards(), before.guards()),
                        Objects.requireNonNullElse(command.state(), before.state()),
                        before.builtIn());
        if (before.builtIn() && !after.equals(before.in(after.state()))) {
            throw new Rejected(
                    RejectionCode.BUILT_IN,
                    "the built-in policy " + before.name() + " can only be switched");
        }
        PolicyGranting.mustBeAllowed(command, before, after, facts);
        return changes(command.policyId(), before, after);
    }

    static List<SecurityPolicyEvent> decide(
            SecurityPolicyState state, SwitchSecurityPolicy command, SecurityPolicyFacts facts) {
        EditSecurityPolicy edit =
                new EditSecurityPolicy(
                        command.workspace(),
                        command.policyId(),
                        null,
                        null,
                        null,
                        null,
                        command.wanted(),
                        command.expectedVersion());
        return decide(state, edit, facts);
    }

    static List<SecurityPolicyEvent> decide(
            SecurityPolicyState state, DeleteSecurityPolicy command, Attachments attachments) {
        Present policy = present(state);
        if (policy.builtIn()) {
            throw new Rejected(
                    RejectionCode.BUILT_IN,
                    "the built-in policy " + policy.name() + " can only be switched");
        }
        if (attachments.serviceUsers() + attachments.groups() > 0) {
            throw new Rejected(
                    RejectionCode.POLICY_IN_USE,
                    "the policy is attached to %d service users and %d groups"
                            .formatted(attachments.serviceUsers(), attachments.groups()));
        }
        return List.of(new SecurityPolicyDeleted(command.policyId(), policy.name()));
    }

    private static List<SecurityPolicyEvent> changes(UUID id, Present before, Present after) {
        List<SecurityPolicyEvent> events = new ArrayList<>();
        NameAndDescription was = new NameAndDescription(before.name(), before.description());
        NameAndDescription is = new NameAndDescription(after.name(), after.description());
        if (!was.equals(is)) {
            events.add(new SecurityPolicyDetailsChanged(id, was, is));
        }
        if (!before.grants().equals(after.grants())) {
            events.add(new SecurityPolicyGrantsChanged(id, before.grants(), after.grants()));
        }
        if (!before.guards().equals(after.guards())) {
            events.add(new SecurityPolicyGuardsChanged(id, before.guards(), after.guards()));
        }
        if (before.state() != after.state()) {
            events.add(
                    switch (after.state()) {
                        case ENABLED -> new SecurityPolicyEnabled(id, before.state());
                        case MONITORING -> new SecurityPolicyMonitored(id, before.state());
                        case DISABLED -> new SecurityPolicyDisabled(id, before.state());
                    });
        }
        return events;
    }
}
