package io.keyledger.command.usergroup;

import static io.keyledger.command.rule.RejectionCode.BUILT_IN;
import static io.keyledger.command.rule.RejectionCode.OWN_ACCESS;
import static io.keyledger.command.rule.RejectionCode.PERMISSION_NOT_HELD;
import static io.keyledger.command.rule.RejectionCode.UNKNOWN_POLICY;
import static io.keyledger.command.spec.Callers.MANAGING;
import static io.keyledger.command.spec.Callers.OFFICE;
import static io.keyledger.command.spec.Callers.delegate;
import static io.keyledger.command.spec.Callers.holding;
import static io.keyledger.command.spec.Callers.memberOf;
import static io.keyledger.command.spec.Callers.viewer;

import io.keyledger.command.grant.Grantor;
import io.keyledger.command.grant.PolicyFact;
import io.keyledger.command.spec.Callers;
import io.keyledger.command.spec.Spec;
import io.keyledger.shared.event.UserGroupEvent;
import io.keyledger.shared.event.UserGroupEvent.SecurityPolicyAttachedToGroup;
import io.keyledger.shared.event.UserGroupEvent.SecurityPolicyDetachedFromGroup;
import io.keyledger.shared.event.UserGroupEvent.UserGroupCreated;
import io.keyledger.shared.event.UserGroupEvent.UserGroupDeleted;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.PolicyState;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Security policies of groups. */
class CarriedSpec {

    private static final UUID GROUP = Callers.id(100);
    private static final PolicyFact GRANTING =
            Callers.policy(31, PolicyState.ENABLED, PolicyGuards.NONE, MANAGING);
    private static final PolicyFact GUARDING = Callers.policy(32, PolicyState.ENABLED, OFFICE);
    private static final PolicyFact MONITORED =
            Callers.policy(33, PolicyState.MONITORING, OFFICE, MANAGING);
    private static final Spec<UserGroupState, UserGroupEvent> GROUPS =
            new Spec<>(new UserGroupState.Absent(), UserGroupEvolution::evolve);

    @Test
    void aGroupIsCreatedWithPoliciesEachOnce() {
        GROUPS.when(
                        _ ->
                                UserGroupDecider.decide(
                                        CreateUserGroup.custom(
                                                "w",
                                                GROUP,
                                                "g",
                                                null,
                                                List.of(),
                                                List.of(GUARDING.id(), GUARDING.id())),
                                        facts(holding())))
                .then(
                        new UserGroupCreated(GROUP, "g", "", false),
                        new SecurityPolicyAttachedToGroup(GROUP, GUARDING.id()));
    }

    @Test
    void attachingAnEnabledPolicyGrantsWhatItGrants() {
        editing(group(), viewer(), MONITORED.id(), GRANTING.id())
                .rejected(PERMISSION_NOT_HELD, "policies[1]");
        editing(group(), viewer(), MONITORED.id())
                .then(new SecurityPolicyAttachedToGroup(GROUP, MONITORED.id()));
        editing(group(), delegate(), GRANTING.id())
                .then(new SecurityPolicyAttachedToGroup(GROUP, GRANTING.id()));
    }

    @Test
    void thePolicyMustBeThere() {
        editing(group(), delegate(), Callers.id(999)).rejected(UNKNOWN_POLICY, "policies[0]");
    }

    @Test
    void whoLiftsAGuardMustHoldWhatTheMembersHold() {
        editing(group(GUARDING), viewer()).rejected(PERMISSION_NOT_HELD, "policies");
        editing(group(GUARDING), holding("vault:open"))
                .then(new SecurityPolicyDetachedFromGroup(GROUP, GUARDING.id()));
        editing(group(MONITORED), holding())
                .then(new SecurityPolicyDetachedFromGroup(GROUP, MONITORED.id()));
    }

    @Test
    void nobodyChangesThePoliciesOfHisOwnGroup() {
        editing(group(), memberOf(GROUP), GUARDING.id()).rejected(OWN_ACCESS);
        editing(group(GUARDING), memberOf(GROUP)).rejected(OWN_ACCESS);
        editing(group(GUARDING), memberOf(GROUP), GUARDING.id()).thenNothing();
    }

    @Test
    void aBuiltInGroupTakesNoPolicy() {
        editing(
                        GROUPS.given(new UserGroupCreated(GROUP, "viewers", "", true)),
                        delegate(),
                        GUARDING.id())
                .rejected(BUILT_IN);
    }

    @Test
    void aGroupWithoutMembersGivesItsPoliciesBackAndIsDeleted() {
        group(GUARDING)
                .when(
                        state ->
                                UserGroupDecider.decide(
                                        state, new DeleteUserGroup("w", GROUP, null), 0))
                .then(
                        new SecurityPolicyDetachedFromGroup(GROUP, GUARDING.id()),
                        new UserGroupDeleted(GROUP, "g"));
    }

    private static Spec.Outcome<UserGroupEvent> editing(
            Spec<UserGroupState, UserGroupEvent> spec, Grantor caller, UUID... policies) {
        return spec.when(
                state ->
                        UserGroupDecider.decide(
                                state,
                                new EditUserGroup(
                                        "w", GROUP, null, null, null, List.of(policies), null),
                                facts(caller)));
    }

    private static Spec<UserGroupState, UserGroupEvent> group(PolicyFact... policies) {
        Spec<UserGroupState, UserGroupEvent> group =
                GROUPS.given(new UserGroupCreated(GROUP, "g", "", false));
        for (PolicyFact policy : policies) {
            group = group.given(new SecurityPolicyAttachedToGroup(GROUP, policy.id()));
        }
        return group;
    }

    private static UserGroupFacts facts(Grantor caller) {
        return new UserGroupFacts(
                caller,
                Map.of(),
                Map.of(GRANTING.id(), GRANTING, GUARDING.id(), GUARDING, MONITORED.id(), MONITORED),
                () -> List.of("vault:open"));
    }
}
