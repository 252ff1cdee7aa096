package io.keyledger.command.policy;

import io.keyledger.command.grant.AccessFacts;
import io.keyledger.command.grant.Admission;
import io.keyledger.command.grant.Grantor;
import io.keyledger.command.grant.LastAdministrator;
import io.keyledger.command.grant.LastAdministrator.Standing;
import io.keyledger.command.grant.PolicyReader;
import io.keyledger.command.grant.PolicyReader.Attachments;
import io.keyledger.command.grant.Reach;
import io.keyledger.command.platform.Aggregates;
import io.keyledger.command.platform.CallerInfo;
import io.keyledger.command.platform.Decided;
import io.keyledger.command.platform.DecisionLocks.Mode;
import io.keyledger.command.platform.HandlesCommands;
import io.keyledger.command.policy.SecurityPolicyCommand.CreateSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyCommand.DeleteSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyCommand.DisableSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyCommand.EditSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyCommand.EnableSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyCommand.MonitorSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyCommand.SwitchSecurityPolicy;
import io.keyledger.command.rule.ExpectedVersions;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.command.rule.Versions;
import io.keyledger.shared.event.SecurityPolicyEvent;
import io.keyledger.shared.policy.PolicyGrant;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/** Carries out commands to security policies: locks, facts, decision, events. */
@Component
public class SecurityPolicyCommands implements HandlesCommands {

    private final Admission admission;
    private final AccessFacts facts;
    private final PolicyReader reader;
    private final Reach reach;
    private final LastAdministrator lastAdministrator;
    private final Repository<SecurityPolicy> policies;

    SecurityPolicyCommands(
            Admission admission,
            AccessFacts facts,
            PolicyReader reader,
            Reach reach,
            LastAdministrator lastAdministrator,
            Aggregates aggregates) {
        this.admission = admission;
        this.facts = facts;
        this.reader = reader;
        this.reach = reach;
        this.lastAdministrator = lastAdministrator;
        this.policies = aggregates.repository(SecurityPolicy.class);
    }

    @CommandHandler
    Decided handle(CreateSecurityPolicy command, @MetaDataValue("caller") CallerInfo caller)
            throws Exception {
        Grantor grantor = admission.admit(caller, command, Mode.SHARED, stream(command));
        if (!facts.workspaceExists(command.workspace())) {
            throw new Rejected(RejectionCode.UNKNOWN_WORKSPACE, "there is no such workspace");
        }
        return create(command, grantor);
    }

    /** Creates a policy in the current unit of work, whose locks are taken already. */
    public Decided create(CreateSecurityPolicy command, Grantor grantor) throws Exception {
        SecurityPolicyFacts known = known(command, command.grants(), grantor);
        Aggregate<SecurityPolicy> policy =
                policies.newInstance(
                        () -> new SecurityPolicy(SecurityPolicyDecider.decide(command, known)));
        return new Decided(stream(command), policy.version());
    }

    @CommandHandler
    Decided handle(EditSecurityPolicy command, @MetaDataValue("caller") CallerInfo caller) {
        List<PolicyGrant> named = command.grants() == null ? List.of() : command.grants();
        return change(
                command,
                caller,
                command.expectedVersion(),
                (state, grantor) -> {
                    List<PolicyGrant> grants = new ArrayList<>(granted(state));
                    grants.addAll(named);
                    return SecurityPolicyDecider.decide(
                            state, command, known(command, grants, grantor));
                });
    }

    @CommandHandler
    Decided handle(EnableSecurityPolicy command, @MetaDataValue("caller") CallerInfo caller) {
        return switched(command, caller);
    }

    @CommandHandler
    Decided handle(MonitorSecurityPolicy command, @MetaDataValue("caller") CallerInfo caller) {
        return switched(command, caller);
    }

    @CommandHandler
    Decided handle(DisableSecurityPolicy command, @MetaDataValue("caller") CallerInfo caller) {
        return switched(command, caller);
    }

    @CommandHandler
    Decided handle(DeleteSecurityPolicy command, @MetaDataValue("caller") CallerInfo caller) {
        return change(
                command,
                caller,
                command.expectedVersion(),
                (state, _) -> {
                    Attachments attachments = reader.attachments(command.policyId());
                    return SecurityPolicyDecider.decide(state, command, attachments);
                });
    }

    private Decided switched(SwitchSecurityPolicy command, CallerInfo caller) {
        return change(
                command,
                caller,
                command.expectedVersion(),
                (state, grantor) ->
                        SecurityPolicyDecider.decide(
                                state, command, known(command, granted(state), grantor)));
    }

    /** Alone in the workspace: a policy reaches many, and its guards take away. */
    private Decided change(
            SecurityPolicyCommand command,
            CallerInfo caller,
            @Nullable ExpectedVersions expected,
            BiFunction<SecurityPolicyState, Grantor, List<SecurityPolicyEvent>> decision) {
        Grantor grantor = admission.admit(caller, command, Mode.EXCLUSIVE, stream(command));
        if (!reader.exists(command.workspace(), command.policyId())) {
            throw new Rejected(RejectionCode.UNKNOWN_POLICY, "there is no such security policy");
        }
        Aggregate<SecurityPolicy> policy = policies.load(stream(command));
        Versions.mustBe(expected, policy.version());
        Standing before = lastAdministrator.standing(command.workspace());
        policy.execute(it -> it.apply(decision.apply(it.state(), grantor)));
        lastAdministrator.mustStay(command.workspace(), before);
        return new Decided(stream(command), policy.version());
    }

    private SecurityPolicyFacts known(
            SecurityPolicyCommand command, List<PolicyGrant> grants, Grantor grantor) {
        List<UUID> roles = grants.stream().map(PolicyGrant::roleId).distinct().toList();
        return new SecurityPolicyFacts(
                grantor,
                facts.roles(command.workspace(), roles),
                () -> reach.ofPolicy(command.policyId()));
    }

    private static List<PolicyGrant> granted(SecurityPolicyState state) {
        return state instanceof SecurityPolicyState.Present present ? present.grants() : List.of();
    }

    private static String stream(SecurityPolicyCommand command) {
        return command.policyId().toString();
    }
}
