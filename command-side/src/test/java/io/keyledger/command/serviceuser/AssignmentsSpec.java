package io.keyledger.command.serviceuser;

import static io.keyledger.command.rule.RejectionCode.OWNER_ONLY;
import static io.keyledger.command.rule.RejectionCode.OWN_ACCESS;
import static io.keyledger.command.rule.RejectionCode.PERMISSION_NOT_HELD;
import static io.keyledger.command.rule.RejectionCode.UNKNOWN_GROUP;
import static io.keyledger.command.rule.RejectionCode.UNKNOWN_ROLE;
import static io.keyledger.command.rule.RejectionCode.UNKNOWN_SERVICE_USER;
import static io.keyledger.command.serviceuser.Users.NOWHERE;
import static io.keyledger.command.serviceuser.Users.USER;
import static io.keyledger.command.serviceuser.Users.existing;
import static io.keyledger.command.serviceuser.Users.himself;
import static io.keyledger.command.serviceuser.Users.when;
import static io.keyledger.command.spec.Callers.MANAGERS;
import static io.keyledger.command.spec.Callers.MANAGING;
import static io.keyledger.command.spec.Callers.OWNERS;
import static io.keyledger.command.spec.Callers.OWNING;
import static io.keyledger.command.spec.Callers.VIEWERS;
import static io.keyledger.command.spec.Callers.VIEWING;
import static io.keyledger.command.spec.Callers.delegate;
import static io.keyledger.command.spec.Callers.holding;
import static io.keyledger.command.spec.Callers.viewer;

import io.keyledger.command.grant.Grantor;
import io.keyledger.command.serviceuser.ServiceUserCommand.AssignGroup;
import io.keyledger.command.serviceuser.ServiceUserCommand.AssignRole;
import io.keyledger.command.serviceuser.ServiceUserCommand.UnassignGroup;
import io.keyledger.command.serviceuser.ServiceUserCommand.UnassignRole;
import io.keyledger.command.spec.Spec;
import io.keyledger.shared.event.ServiceUserEvent;
import io.keyledger.shared.event.ServiceUserEvent.GroupAssigned;
import io.keyledger.shared.event.ServiceUserEvent.GroupUnassigned;
import io.keyledger.shared.event.ServiceUserEvent.RoleAssigned;
import io.keyledger.shared.event.ServiceUserEvent.RoleUnassigned;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.UUID;

class AssignmentsSpec {

    @Nested
    class AssigningAGroup {

        @Test
        void makesTheServiceUserAMember() {
            assigning(VIEWERS.id(), viewer()).then(new GroupAssigned(USER, VIEWERS.id()));
        }

        @Test
        void aSecondTimeEmitsNothingWhoeverAsks() {
            when(member(), assign(VIEWERS.id()), holding()).thenNothing();
            when(member(), assign(VIEWERS.id()), himself()).thenNothing();
        }

        @Test
        void nobodyHandsOutAGroupThatHoldsMoreThanHe() {
            assigning(MANAGERS.id(), viewer()).rejected(PERMISSION_NOT_HELD, "groups[0]");
        }

        @Test
        void aDelegateHandsOutWhatHeDoesNotHold() {
            assigning(MANAGERS.id(), delegate()).then(new GroupAssigned(USER, MANAGERS.id()));
        }

        @Test
        void theOwnersGroupIsNeverAssigned() {
            assigning(OWNERS.id(), delegate()).rejected(OWNER_ONLY, "groups[0]");
            assigning(OWNERS.id(), Grantor.system()).rejected(OWNER_ONLY, "groups[0]");
        }

        @Test
        void theGroupMustBeThere() {
            assigning(NOWHERE, delegate()).rejected(UNKNOWN_GROUP, "groups[0]");
        }

        @Test
        void nobodyAssignsHimselfToAGroup() {
            assigning(VIEWERS.id(), himself()).rejected(OWN_ACCESS);
        }

        @Test
        void theServiceUserMustBeThere() {
            when(Users.none(), assign(VIEWERS.id()), delegate()).rejected(UNKNOWN_SERVICE_USER);
        }

        private Spec.Outcome<ServiceUserEvent> assigning(UUID group, Grantor caller) {
            return when(existing(), assign(group), caller);
        }

        private AssignGroup assign(UUID group) {
            return new AssignGroup("w", USER, group);
        }
    }

    @Nested
    class UnassigningAGroup {

        private final UnassignGroup unassign = new UnassignGroup("w", USER, VIEWERS.id());

        @Test
        void endsTheMembershipAndNeedsNoneOfItsPermissions() {
            when(member(), unassign, holding()).then(new GroupUnassigned(USER, VIEWERS.id()));
        }

        @Test
        void aSecondTimeEmitsNothing() {
            when(member().given(new GroupUnassigned(USER, VIEWERS.id())), unassign, holding())
                    .thenNothing();
        }

        @Test
        void aGroupThatIsNotThereIsNotAssignedAnyhow() {
            when(member(), new UnassignGroup("w", USER, NOWHERE), holding()).thenNothing();
        }

        @Test
        void nobodyEndsHisOwnMembership() {
            when(member(), unassign, himself()).rejected(OWN_ACCESS);
        }

        @Test
        void theServiceUserMustBeThere() {
            when(Users.none(), unassign, delegate()).rejected(UNKNOWN_SERVICE_USER);
        }
    }

    @Nested
    class AssigningARole {

        @Test
        void givesTheServiceUserTheRole() {
            assigning(VIEWING.id(), viewer()).then(new RoleAssigned(USER, VIEWING.id()));
        }

        @Test
        void aSecondTimeEmitsNothing() {
            when(
                            existing(new RoleAssigned(USER, VIEWING.id())),
                            new AssignRole("w", USER, VIEWING.id()),
                            holding())
                    .thenNothing();
        }

        @Test
        void nobodyHandsOutARoleThatHoldsMoreThanHe() {
            assigning(MANAGING.id(), viewer()).rejected(PERMISSION_NOT_HELD, "roles[0]");
        }

        @Test
        void theOwnersRoleIsNeverAssigned() {
            assigning(OWNING.id(), delegate()).rejected(OWNER_ONLY, "roles[0]");
            assigning(OWNING.id(), Grantor.system()).rejected(OWNER_ONLY, "roles[0]");
        }

        @Test
        void theRoleMustBeThere() {
            assigning(NOWHERE, delegate()).rejected(UNKNOWN_ROLE, "roles[0]");
        }

        @Test
        void nobodyGivesHimselfARole() {
            assigning(VIEWING.id(), himself()).rejected(OWN_ACCESS);
        }

        @Test
        void theServiceUserMustBeThere() {
            when(Users.none(), new AssignRole("w", USER, VIEWING.id()), delegate())
                    .rejected(UNKNOWN_SERVICE_USER);
        }

        private Spec.Outcome<ServiceUserEvent> assigning(UUID role, Grantor caller) {
            return when(existing(), new AssignRole("w", USER, role), caller);
        }
    }

    @Nested
    class UnassigningARole {

        private final UnassignRole unassign = new UnassignRole("w", USER, VIEWING.id());

        @Test
        void takesTheRoleAndNeedsNoneOfItsPermissions() {
            when(existing(new RoleAssigned(USER, VIEWING.id())), unassign, holding())
                    .then(new RoleUnassigned(USER, VIEWING.id()));
        }

        @Test
        void whatIsNotAssignedEmitsNothing() {
            when(existing(), unassign, holding()).thenNothing();
        }

        @Test
        void nobodyTakesARoleFromHimself() {
            when(existing(new RoleAssigned(USER, VIEWING.id())), unassign, himself())
                    .rejected(OWN_ACCESS);
        }

        @Test
        void theServiceUserMustBeThere() {
            when(Users.none(), unassign, delegate()).rejected(UNKNOWN_SERVICE_USER);
        }
    }

    private static Spec<ServiceUserState, ServiceUserEvent> member() {
        return existing(new GroupAssigned(USER, VIEWERS.id()));
    }
}
