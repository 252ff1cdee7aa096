package io.keyledger.command.policy;

import static io.keyledger.command.rule.RejectionCode.BUILT_IN;
import static io.keyledger.command.rule.RejectionCode.OWNER_ONLY;
import static io.keyledger.command.rule.RejectionCode.OWN_ACCESS;
import static io.keyledger.command.rule.RejectionCode.PERMISSION_NOT_HELD;
import static io.keyledger.command.rule.RejectionCode.POLICY_IN_USE;
import static io.keyledger.command.rule.RejectionCode.UNKNOWN_POLICY;
import static io.keyledger.command.rule.RejectionCode.UNKNOWN_ROLE;
import static io.keyledger.command.spec.Callers.MANAGING;
import static io.keyledger.command.spec.Callers.OFFICE;
import static io.keyledger.command.spec.Callers.OWNING;
import static io.keyledger.command.spec.Callers.VIEWING;
import static io.keyledger.command.spec.Callers.delegate;
import static io.keyledger.command.spec.Callers.holding;
import static io.keyledger.command.spec.Callers.reachedBy;
import static io.keyledger.command.spec.Callers.viewer;
import static io.keyledger.shared.policy.PolicyState.DISABLED;
import static io.keyledger.shared.policy.PolicyState.ENABLED;
import static io.keyledger.shared.policy.PolicyState.MONITORING;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.command.grant.Grantor;
import io.keyledger.command.grant.PolicyReader.Attachments;
import io.keyledger.command.grant.RoleFact;
import io.keyledger.command.policy.SecurityPolicyCommand.CreateSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyCommand.DeleteSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyCommand.DisableSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyCommand.EditSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyCommand.EnableSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyCommand.MonitorSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyCommand.SwitchSecurityPolicy;
import io.keyledger.command.spec.Callers;
import io.keyledger.command.spec.Spec;
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
import io.keyledger.shared.policy.AttributeCondition;
import io.keyledger.shared.policy.AttributeCondition.Operator;
import io.keyledger.shared.policy.PolicyGrant;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.PolicyState;
import io.keyledger.shared.policy.ResourceScope;
import io.keyledger.shared.policy.ResourceScope.Match;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

class SecurityPolicyDeciderSpec {

    private static final UUID POLICY = Callers.id(100);
    private static final Map<UUID, RoleFact> ROLES =
            Map.of(VIEWING.id(), VIEWING, MANAGING.id(), MANAGING, OWNING.id(), OWNING);
    private static final PolicyGrant VIEW = new PolicyGrant(VIEWING.id(), null);
    private static final PolicyGrant MANAGE = new PolicyGrant(MANAGING.id(), null);
    private static final PolicyGrant OWN = new PolicyGrant(OWNING.id(), null);
    private static final PolicyGrant MANAGE_SOME =
            new PolicyGrant(
                    MANAGING.id(),
                    new ResourceScope(
                            Match.ALL,
                            List.of(
                                    new AttributeCondition(
                                            "type", Operator.EQUALS, List.of("asset")))));
    private static final Spec<SecurityPolicyState, SecurityPolicyEvent> POLICIES =
            new Spec<>(new SecurityPolicyState.Absent(), SecurityPolicyEvolution::evolve);

    @Nested
    class Create {

        @Test
        void createsADisabledPolicyAndNeedsNothingOfWhatItWouldGrant() {
            creating(holding(), DISABLED, MANAGE, MANAGE, VIEW)
                    .then(created(List.of(MANAGE, VIEW), OFFICE, false));
        }

        @Test
        void anotherStateIsAnEventOfItsOwn() {
            creating(viewer(), ENABLED, VIEW)
                    .then(
                            created(List.of(VIEW), OFFICE, false),
                            new SecurityPolicyEnabled(POLICY, DISABLED));
            creating(holding(), MONITORING, MANAGE)
                    .then(
                            created(List.of(MANAGE), OFFICE, false),
                            new SecurityPolicyMonitored(POLICY, DISABLED));
        }

        @Test
        void nobodyEnablesWhatHeDoesNotHoldNotEvenForSomeResources() {
            creating(viewer(), ENABLED, VIEW, MANAGE)
                    .rejected(PERMISSION_NOT_HELD, "grants[1].role");
            creating(viewer(), ENABLED, MANAGE_SOME)
                    .rejected(PERMISSION_NOT_HELD, "grants[0].role");
        }

        @Test
        void noPolicyGrantsTheOwnersRoleNotEvenAsleep() {
            creating(delegate(), DISABLED, VIEW, OWN).rejected(OWNER_ONLY, "grants[1].role");
            creating(Grantor.system(), DISABLED, OWN).rejected(OWNER_ONLY, "grants[0].role");
        }

        @Test
        void theRolesMustBeThere() {
            creating(delegate(), DISABLED, new PolicyGrant(Callers.id(999), null))
                    .rejected(UNKNOWN_ROLE, "grants[0].role");
        }

        private Spec.Outcome<SecurityPolicyEvent> creating(
                Grantor caller, PolicyState state, PolicyGrant... grants) {
            return POLICIES.when(
                    _ ->
                            SecurityPolicyDecider.decide(
                                    CreateSecurityPolicy.custom(
                                            "w",
                                            POLICY,
                                            " office ",
                                            null,
                                            List.of(grants),
                                            OFFICE,
                                            state),
                                    facts(caller)));
        }
    }

    @Nested
    class Edit {

        @Test
        void oneEditEmitsOneEventPerChange() {
            editing(
                            asleep(),
                            delegate(),
                            edit("home", List.of(MANAGE_SOME), PolicyGuards.NONE, ENABLED))
                    .then(
                            new SecurityPolicyDetailsChanged(
                                    POLICY,
                                    new NameAndDescription("office", ""),
                                    new NameAndDescription("home", "")),
                            new SecurityPolicyGrantsChanged(
                                    POLICY, List.of(VIEW), List.of(MANAGE_SOME)),
                            new SecurityPolicyGuardsChanged(POLICY, OFFICE, PolicyGuards.NONE),
                            new SecurityPolicyEnabled(POLICY, DISABLED));
        }

        @Test
        void whatIsThereAlreadyEmitsNothingWhoeverAsks() {
            editing(enabled(), reachedBy(POLICY), edit("office", List.of(VIEW), OFFICE, ENABLED))
                    .thenNothing();
            editing(enabled(), holding(), edit(null, null, null, null)).thenNothing();
        }

        @Test
        void grantsOfAnEnabledPolicyGrowByWhatTheCallerHolds() {
            editing(enabled(), viewer(), edit(null, List.of(VIEW, MANAGE), null, null))
                    .rejected(PERMISSION_NOT_HELD, "grants[1].role");
            editing(enabled(), viewer(), edit(null, List.of(VIEW, MANAGE_SOME), null, null))
                    .rejected(PERMISSION_NOT_HELD, "grants[1].role");
            editing(enabled(), delegate(), edit(null, List.of(VIEW, MANAGE), null, null))
                    .then(
                            new SecurityPolicyGrantsChanged(
                                    POLICY, List.of(VIEW), List.of(VIEW, MANAGE)));
        }

        @Test
        void aGrantThatIsLimitedToFewerResourcesIsNoNewOne() {
            Spec<SecurityPolicyState, SecurityPolicyEvent> managing =
                    POLICIES.given(
                            created(List.of(MANAGE), PolicyGuards.NONE, false),
                            new SecurityPolicyEnabled(POLICY, DISABLED));
            editing(managing, holding(), edit(null, List.of(MANAGE_SOME), null, null))
                    .then(
                            new SecurityPolicyGrantsChanged(
                                    POLICY, List.of(MANAGE), List.of(MANAGE_SOME)));
            editing(
                            managing.given(
                                    new SecurityPolicyGrantsChanged(
                                            POLICY, List.of(MANAGE), List.of(MANAGE_SOME))),
                            holding(),
                            edit(null, List.of(MANAGE), null, null))
                    .rejected(PERMISSION_NOT_HELD, "grants[0].role");
        }

        @Test
        void grantsOfADisabledOneNeedNothingUntilItIsEnabled() {
            editing(asleep(), holding(), edit(null, List.of(MANAGE), null, null))
                    .then(new SecurityPolicyGrantsChanged(POLICY, List.of(VIEW), List.of(MANAGE)));
        }

        @Test
        void noOrderOfEditsLetsAPolicyGrantTheOwnersRole() {
            editing(asleep(), delegate(), edit(null, List.of(OWN), null, null))
                    .rejected(OWNER_ONLY, "grants[0].role");
        }

        @Test
        void whoTakesAGuardAwayMustHoldWhatThoseItReachesHold() {
            EditSecurityPolicy unguarding = edit(null, null, PolicyGuards.NONE, null);
            editing(enabled(), viewer(), unguarding).rejected(PERMISSION_NOT_HELD, "guards");
            editing(enabled(), holding(REACHED), unguarding)
                    .then(new SecurityPolicyGuardsChanged(POLICY, OFFICE, PolicyGuards.NONE));
            editing(enabled(), delegate(), unguarding)
                    .then(new SecurityPolicyGuardsChanged(POLICY, OFFICE, PolicyGuards.NONE));
        }

        @Test
        void guardsThatAreNotInForceAreAnybodysWhoManagesPolicies() {
            editing(asleep(), holding(), edit(null, null, PolicyGuards.NONE, null))
                    .then(new SecurityPolicyGuardsChanged(POLICY, OFFICE, PolicyGuards.NONE));
        }

        @Test
        void nobodyChangesAPolicyThatReachesHimButMayDescribeIt() {
            editing(asleep(), reachedBy(POLICY), edit(null, List.of(), null, null))
                    .rejected(OWN_ACCESS);
            editing(enabled(), reachedBy(POLICY), edit(null, null, PolicyGuards.NONE, null))
                    .rejected(OWN_ACCESS);
            editing(enabled(), reachedBy(POLICY), edit("mine", null, null, null))
                    .then(
                            new SecurityPolicyDetailsChanged(
                                    POLICY,
                                    new NameAndDescription("office", ""),
                                    new NameAndDescription("mine", "")));
        }

        @Test
        void aBuiltInOneCanOnlyBeSwitched() {
            editing(builtIn(), delegate(), edit("mine", null, null, null)).rejected(BUILT_IN);
            editing(builtIn(), delegate(), edit(null, List.of(VIEW), null, null))
                    .rejected(BUILT_IN);
            editing(builtIn(), delegate(), edit(null, null, PolicyGuards.NONE, null))
                    .rejected(BUILT_IN);
            editing(builtIn(), holding(), edit(null, null, OFFICE, ENABLED))
                    .then(new SecurityPolicyEnabled(POLICY, DISABLED));
        }

        @Test
        void aDeletedOneIsNotEdited() {
            editing(deleted(), delegate(), edit("x", null, null, null)).rejected(UNKNOWN_POLICY);
        }

        private static EditSecurityPolicy edit(
                String name, List<PolicyGrant> grants, PolicyGuards guards, PolicyState state) {
            return new EditSecurityPolicy("w", POLICY, name, null, grants, guards, state, null);
        }

        private static Spec.Outcome<SecurityPolicyEvent> editing(
                Spec<SecurityPolicyState, SecurityPolicyEvent> spec,
                Grantor caller,
                EditSecurityPolicy edit) {
            return spec.when(state -> SecurityPolicyDecider.decide(state, edit, facts(caller)));
        }
    }

    @Nested
    class Switch {

        private static final EnableSecurityPolicy ENABLE =
                new EnableSecurityPolicy("w", POLICY, null);
        private static final MonitorSecurityPolicy MONITOR =
                new MonitorSecurityPolicy("w", POLICY, null);
        private static final DisableSecurityPolicy DISABLE =
                new DisableSecurityPolicy("w", POLICY, null);

        @Test
        void movesFromAnyStateToAnyAndSaysFromWhich() {
            switching(asleep(), ENABLE, viewer()).then(new SecurityPolicyEnabled(POLICY, DISABLED));
            switching(asleep(), MONITOR, holding())
                    .then(new SecurityPolicyMonitored(POLICY, DISABLED));
            switching(enabled(), MONITOR, delegate())
                    .then(new SecurityPolicyMonitored(POLICY, ENABLED));
            switching(enabled(), DISABLE, delegate())
                    .then(new SecurityPolicyDisabled(POLICY, ENABLED));
        }

        @Test
        void aSecondTimeEmitsNothing() {
            switching(enabled(), ENABLE, reachedBy(POLICY)).thenNothing();
            switching(asleep(), DISABLE, holding()).thenNothing();
        }

        @Test
        void enablingGrants() {
            switching(asleep(), ENABLE, holding()).rejected(PERMISSION_NOT_HELD);
        }

        @Test
        void disablingAndMonitoringLiftTheGuards() {
            switching(enabled(), DISABLE, viewer()).rejected(PERMISSION_NOT_HELD);
            switching(enabled(), MONITOR, viewer()).rejected(PERMISSION_NOT_HELD);
            switching(unguarded(), DISABLE, holding())
                    .then(new SecurityPolicyDisabled(POLICY, ENABLED));
        }

        @Test
        void nobodySwitchesAPolicyThatReachesHim() {
            switching(asleep(), ENABLE, reachedBy(POLICY)).rejected(OWN_ACCESS);
            switching(asleep(), MONITOR, reachedBy(POLICY)).rejected(OWN_ACCESS);
            switching(enabled(), DISABLE, reachedBy(POLICY)).rejected(OWN_ACCESS);
        }

        private static Spec.Outcome<SecurityPolicyEvent> switching(
                Spec<SecurityPolicyState, SecurityPolicyEvent> spec,
                SwitchSecurityPolicy command,
                Grantor caller) {
            return spec.when(state -> SecurityPolicyDecider.decide(state, command, facts(caller)));
        }
    }

    @Nested
    class Delete {

        private static final DeleteSecurityPolicy DELETE =
                new DeleteSecurityPolicy("w", POLICY, null);

        @Test
        void oneThatIsAttachedNowhereIsDeletedWhateverItsState() {
            deleting(asleep(), 0, 0).then(new SecurityPolicyDeleted(POLICY, "office"));
            deleting(enabled(), 0, 0).then(new SecurityPolicyDeleted(POLICY, "office"));
        }

        @Test
        void oneThatIsAttachedIsNotAndTheRefusalSaysToHowMany() {
            deleting(asleep(), 1, 0).rejected(POLICY_IN_USE);
            deleting(asleep(), 0, 1).rejected(POLICY_IN_USE);
            assertThatThrownBy(
                            () ->
                                    SecurityPolicyDecider.decide(
                                            asleep().state(), DELETE, new Attachments(3, 2)))
                    .hasMessage("the policy is attached to 3 service users and 2 groups");
        }

        @Test
        void aBuiltInOneStays() {
            deleting(builtIn(), 0, 0).rejected(BUILT_IN);
        }

        @Test
        void itIsDeletedOnce() {
            deleting(deleted(), 0, 0).rejected(UNKNOWN_POLICY);
        }

        private static Spec.Outcome<SecurityPolicyEvent> deleting(
                Spec<SecurityPolicyState, SecurityPolicyEvent> spec, long users, long groups) {
            return spec.when(
                    state ->
                            SecurityPolicyDecider.decide(
                                    state, DELETE, new Attachments(users, groups)));
        }
    }

    @Test
    void everyCommandToAPolicyNeedsPoliciesManage() {
        assertThat(new DeleteSecurityPolicy("w", POLICY, null).requiredPermission())
                .isEqualTo("policies:manage");
    }

    private static final String REACHED = "vault:open";

    private static SecurityPolicyFacts facts(Grantor caller) {
        return new SecurityPolicyFacts(caller, ROLES, () -> List.of(REACHED));
    }

    private static SecurityPolicyCreated created(
            List<PolicyGrant> grants, PolicyGuards guards, boolean builtIn) {
        return new SecurityPolicyCreated(POLICY, "office", "", grants, guards, builtIn);
    }

    private static Spec<SecurityPolicyState, SecurityPolicyEvent> asleep() {
        return POLICIES.given(created(List.of(VIEW), OFFICE, false));
    }

    private static Spec<SecurityPolicyState, SecurityPolicyEvent> enabled() {
        return asleep().given(new SecurityPolicyEnabled(POLICY, DISABLED));
    }

    private static Spec<SecurityPolicyState, SecurityPolicyEvent> unguarded() {
        return enabled().given(new SecurityPolicyGuardsChanged(POLICY, OFFICE, PolicyGuards.NONE));
    }

    private static Spec<SecurityPolicyState, SecurityPolicyEvent> builtIn() {
        return POLICIES.given(created(List.of(), OFFICE, true));
    }

    private static Spec<SecurityPolicyState, SecurityPolicyEvent> deleted() {
        return asleep().given(new SecurityPolicyDeleted(POLICY, "office"));
    }
}
