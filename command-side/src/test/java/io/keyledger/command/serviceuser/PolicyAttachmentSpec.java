package io.keyledger.command.serviceuser;

import static io.keyledger.command.rule.RejectionCode.INVALID_VALUE;
import static io.keyledger.command.rule.RejectionCode.OWN_ACCESS;
import static io.keyledger.command.rule.RejectionCode.PERMISSION_NOT_HELD;
import static io.keyledger.command.rule.RejectionCode.TOO_MANY_POLICIES;
import static io.keyledger.command.rule.RejectionCode.UNKNOWN_POLICY;
import static io.keyledger.command.serviceuser.Users.ASLEEP;
import static io.keyledger.command.serviceuser.Users.GRANTING;
import static io.keyledger.command.serviceuser.Users.GUARDED;
import static io.keyledger.command.serviceuser.Users.GUARDING;
import static io.keyledger.command.serviceuser.Users.NOWHERE;
import static io.keyledger.command.serviceuser.Users.USER;
import static io.keyledger.command.serviceuser.Users.existing;
import static io.keyledger.command.serviceuser.Users.himself;
import static io.keyledger.command.serviceuser.Users.when;
import static io.keyledger.command.spec.Callers.MANAGING;
import static io.keyledger.command.spec.Callers.delegate;
import static io.keyledger.command.spec.Callers.holding;
import static io.keyledger.command.spec.Callers.viewer;

import io.keyledger.command.grant.Grantor;
import io.keyledger.command.rule.Patch;
import io.keyledger.command.serviceuser.ServiceUserCommand.AttachSecurityPolicy;
import io.keyledger.command.serviceuser.ServiceUserCommand.DetachSecurityPolicy;
import io.keyledger.command.serviceuser.ServiceUserCommand.EditServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.GenerateApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.UnassignGroup;
import io.keyledger.command.spec.Callers;
import io.keyledger.command.spec.Spec;
import io.keyledger.shared.event.ServiceUserEvent;
import io.keyledger.shared.event.ServiceUserEvent.GroupAssigned;
import io.keyledger.shared.event.ServiceUserEvent.GroupUnassigned;
import io.keyledger.shared.event.ServiceUserEvent.RoleAssigned;
import io.keyledger.shared.event.ServiceUserEvent.SecurityPolicyAttached;
import io.keyledger.shared.event.ServiceUserEvent.SecurityPolicyDetached;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

class PolicyAttachmentSpec {

    @Nested
    class Attaching {

        @Test
        void letsThePolicyReachTheServiceUser() {
            attaching(GUARDING.id(), holding()).then(attached(GUARDING.id()));
        }

        @Test
        void aSecondTimeEmitsNothing() {
            when(
                            existing(attached(GRANTING.id())),
                            new AttachSecurityPolicy("w", USER, GRANTING.id()),
                            himself())
                    .thenNothing();
        }

        @Test
        void nobodyAttachesAnEnabledPolicyThatGrantsMoreThanHeHolds() {
            attaching(GRANTING.id(), viewer()).rejected(PERMISSION_NOT_HELD, "policies[0]");
            attaching(GRANTING.id(), delegate()).then(attached(GRANTING.id()));
        }

        @Test
        void oneThatGrantsNothingNeedsNothing() {
            attaching(ASLEEP.id(), holding()).then(attached(ASLEEP.id()));
        }

        @Test
        void thePolicyMustBeThere() {
            attaching(NOWHERE, delegate()).rejected(UNKNOWN_POLICY, "policies[0]");
        }

        @Test
        void nobodyAttachesAPolicyToHimself() {
            attaching(GUARDING.id(), himself()).rejected(OWN_ACCESS);
        }

        @Test
        void atMostTwentyReachAServiceUserByItself() {
            ServiceUserEvent[] twenty =
                    ids(20).stream()
                            .map(PolicyAttachmentSpec::attached)
                            .toArray(ServiceUserEvent[]::new);
            when(existing(twenty), new AttachSecurityPolicy("w", USER, GUARDING.id()), delegate())
                    .rejected(TOO_MANY_POLICIES);
            existing()
                    .when(
                            state ->
                                    ServiceUserDecider.decide(
                                            state, edit(ids(21)), Users.known(delegate())))
                    .rejected(INVALID_VALUE, "policies");
        }

        private Spec.Outcome<ServiceUserEvent> attaching(UUID policy, Grantor caller) {
            return when(existing(), new AttachSecurityPolicy("w", USER, policy), caller);
        }
    }

    @Nested
    class Detaching {

        @Test
        void needsNothingIfThePolicyGuardsNothing() {
            detaching(GRANTING.id(), holding()).then(detached(GRANTING.id()));
            detaching(ASLEEP.id(), holding()).then(detached(ASLEEP.id()));
        }

        @Test
        void aGuardIsLiftedByThoseWhoHoldWhatItsServiceUserHolds() {
            detaching(GUARDING.id(), viewer()).rejected(PERMISSION_NOT_HELD);
            detaching(GUARDING.id(), holding("catalog.assets:manage"))
                    .then(detached(GUARDING.id()));
            detaching(GUARDING.id(), delegate()).then(detached(GUARDING.id()));
        }

        @Test
        void leavingAGroupLiftsItsGuards() {
            Spec<ServiceUserState, ServiceUserEvent> member =
                    existing(
                            new GroupAssigned(USER, GUARDED.id()),
                            new RoleAssigned(USER, MANAGING.id()));
            UnassignGroup leave = new UnassignGroup("w", USER, GUARDED.id());
            when(member, leave, viewer()).rejected(PERMISSION_NOT_HELD);
            when(member.given(attached(GUARDING.id())), leave, viewer())
                    .then(new GroupUnassigned(USER, GUARDED.id()));
        }

        @Test
        void whatIsNotAttachedEmitsNothing() {
            when(existing(), new DetachSecurityPolicy("w", USER, NOWHERE), holding()).thenNothing();
        }

        @Test
        void nobodyDetachesAPolicyFromHimself() {
            detaching(GUARDING.id(), himself()).rejected(OWN_ACCESS);
        }

        private Spec.Outcome<ServiceUserEvent> detaching(UUID policy, Grantor caller) {
            return when(
                    existing(new RoleAssigned(USER, MANAGING.id()), attached(policy)),
                    new DetachSecurityPolicy("w", USER, policy),
                    caller);
        }
    }

    @Nested
    class Editing {

        @Test
        void policiesAreReplacedAsAList() {
            when(
                            existing(attached(ASLEEP.id())),
                            edit(List.of(GUARDING.id(), GRANTING.id(), GUARDING.id())),
                            delegate())
                    .then(detached(ASLEEP.id()), attached(GUARDING.id()), attached(GRANTING.id()));
        }

        @Test
        void aRefusalNamesItsPlace() {
            when(existing(), edit(List.of(ASLEEP.id(), GRANTING.id())), viewer())
                    .rejected(PERMISSION_NOT_HELD, "policies[1]");
            when(existing(), edit(List.of(NOWHERE)), viewer())
                    .rejected(UNKNOWN_POLICY, "policies[0]");
        }
    }

    @Test
    void aKeyHandsOutWhatEnabledPoliciesGrant() {
        GenerateApiKey generate = new GenerateApiKey("w", USER, "key-1", "key", Users.HASH, null);
        when(existing(attached(GRANTING.id())), generate, viewer()).rejected(PERMISSION_NOT_HELD);
        when(existing(attached(ASLEEP.id())), generate, viewer()).then(Users.key("key-1", "key"));
    }

    private static EditServiceUser edit(List<UUID> policies) {
        return new EditServiceUser(
                "w",
                USER,
                null,
                null,
                Patch.unchanged(),
                null,
                Patch.unchanged(),
                null,
                null,
                policies,
                null);
    }

    private static List<UUID> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> Callers.id(500 + i)).toList();
    }

    private static SecurityPolicyAttached attached(UUID policy) {
        return new SecurityPolicyAttached(USER, policy);
    }

    private static SecurityPolicyDetached detached(UUID policy) {
        return new SecurityPolicyDetached(USER, policy);
    }
}
