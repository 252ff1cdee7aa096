package io.keyledger.command.serviceuser;

import static io.keyledger.command.rule.RejectionCode.INVALID_VALUE;
import static io.keyledger.command.rule.RejectionCode.OWNER_ONLY;
import static io.keyledger.command.rule.RejectionCode.OWN_ACCESS;
import static io.keyledger.command.rule.RejectionCode.PERMISSION_NOT_HELD;
import static io.keyledger.command.rule.RejectionCode.UNKNOWN_GROUP;
import static io.keyledger.command.rule.RejectionCode.UNKNOWN_ROLE;
import static io.keyledger.command.rule.RejectionCode.UNKNOWN_SERVICE_USER;
import static io.keyledger.command.serviceuser.Users.DETAILS;
import static io.keyledger.command.serviceuser.Users.NOW;
import static io.keyledger.command.serviceuser.Users.NOWHERE;
import static io.keyledger.command.serviceuser.Users.USER;
import static io.keyledger.command.serviceuser.Users.details;
import static io.keyledger.command.serviceuser.Users.existing;
import static io.keyledger.command.serviceuser.Users.himself;
import static io.keyledger.command.serviceuser.Users.none;
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

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.grant.Grantor;
import io.keyledger.command.serviceuser.ServiceUserCommand.CreateServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.DeleteServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.DisableServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.EnableServiceUser;
import io.keyledger.command.spec.Spec;
import io.keyledger.shared.event.ServiceUserDetails;
import io.keyledger.shared.event.ServiceUserEvent;
import io.keyledger.shared.event.ServiceUserEvent.GroupAssigned;
import io.keyledger.shared.event.ServiceUserEvent.RoleAssigned;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserCreated;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDeleted;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDisabled;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserEnabled;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

class ServiceUserDeciderSpec {

    @Nested
    class Create {

        @Test
        void createsAServiceUserWithEachGroupAndRoleOnce() {
            when(
                            none(),
                            new CreateServiceUser(
                                    "w",
                                    USER,
                                    DETAILS,
                                    List.of(VIEWERS.id(), VIEWERS.id()),
                                    List.of(VIEWING.id(), VIEWING.id()),
                                    List.of()),
                            viewer())
                    .then(
                            new ServiceUserCreated(USER, DETAILS),
                            new GroupAssigned(USER, VIEWERS.id()),
                            new RoleAssigned(USER, VIEWING.id()));
        }

        @Test
        void groupsAndRolesAreOptional() {
            creating(DETAILS, List.of(), List.of(), holding())
                    .then(new ServiceUserCreated(USER, DETAILS));
        }

        @Test
        void nobodyCreatesAServiceUserThatHoldsMoreThanHe() {
            creating(DETAILS, List.of(VIEWERS.id(), MANAGERS.id()), List.of(), viewer())
                    .rejected(PERMISSION_NOT_HELD, "groups[1]");
            creating(DETAILS, List.of(), List.of(VIEWING.id(), MANAGING.id()), viewer())
                    .rejected(PERMISSION_NOT_HELD, "roles[1]");
        }

        @Test
        void itIsNeverAnOwner() {
            creating(DETAILS, List.of(OWNERS.id()), List.of(), Grantor.system())
                    .rejected(OWNER_ONLY, "groups[0]");
            creating(DETAILS, List.of(), List.of(OWNING.id()), Grantor.system())
                    .rejected(OWNER_ONLY, "roles[0]");
        }

        @Test
        void itsGroupsAndRolesMustBeThere() {
            creating(DETAILS, List.of(NOWHERE), List.of(), delegate())
                    .rejected(UNKNOWN_GROUP, "groups[0]");
            creating(DETAILS, List.of(), List.of(NOWHERE), delegate())
                    .rejected(UNKNOWN_ROLE, "roles[0]");
        }

        @Test
        void itsExpiryIsInTheFuture() {
            creating(details("loader", NOW), List.of(), List.of(), delegate())
                    .rejected(INVALID_VALUE, "expiresAt");
            creating(details("loader", NOW.plusNanos(1000)), List.of(), List.of(), delegate())
                    .then(new ServiceUserCreated(USER, details("loader", NOW.plusNanos(1000))));
        }

        private Spec.Outcome<ServiceUserEvent> creating(
                ServiceUserDetails details, List<UUID> groups, List<UUID> roles, Grantor caller) {
            return none().when(
                            state ->
                                    ServiceUserDecider.decide(
                                            state,
                                            new CreateServiceUser(
                                                    "w", USER, details, groups, roles, List.of()),
                                            Users.known(caller)));
        }
    }

    @Nested
    class Disable {

        private final DisableServiceUser disable = new DisableServiceUser("w", USER, null);

        @Test
        void disablesAServiceUserWhateverItHolds() {
            when(existing(new RoleAssigned(USER, MANAGING.id())), disable, holding())
                    .then(new ServiceUserDisabled(USER));
        }

        @Test
        void aSecondTimeEmitsNothing() {
            when(existing(new ServiceUserDisabled(USER)), disable, holding()).thenNothing();
        }

        @Test
        void nobodyDisablesHimself() {
            when(existing(), disable, himself()).rejected(OWN_ACCESS);
        }

        @Test
        void theServiceUserMustBeThere() {
            when(none(), disable, delegate()).rejected(UNKNOWN_SERVICE_USER);
        }
    }

    @Nested
    class Enable {

        private final EnableServiceUser enable = new EnableServiceUser("w", USER, null);

        @Test
        void enablesAServiceUser() {
            when(disabled(), enable, holding()).then(new ServiceUserEnabled(USER));
        }

        @Test
        void enablesAgainAndAgain() {
            when(
                            disabled()
                                    .given(
                                            new ServiceUserEnabled(USER),
                                            new ServiceUserDisabled(USER)),
                            enable,
                            holding())
                    .then(new ServiceUserEnabled(USER));
        }

        @Test
        void anEnabledOneEmitsNothing() {
            when(existing(), enable, holding()).thenNothing();
        }

        @Test
        void nobodyEnablesWhatHoldsMoreThanHe() {
            when(disabled(new RoleAssigned(USER, MANAGING.id())), enable, viewer())
                    .rejected(PERMISSION_NOT_HELD);
            when(disabled(new GroupAssigned(USER, MANAGERS.id())), enable, viewer())
                    .rejected(PERMISSION_NOT_HELD);
        }

        @Test
        void aDelegateEnablesWhatHoldsMoreThanHe() {
            when(disabled(new GroupAssigned(USER, MANAGERS.id())), enable, delegate())
                    .then(new ServiceUserEnabled(USER));
        }

        @Test
        void nobodyEnablesHimself() {
            when(disabled(), enable, himself()).rejected(OWN_ACCESS);
        }

        @Test
        void theServiceUserMustBeThere() {
            when(none(), enable, delegate()).rejected(UNKNOWN_SERVICE_USER);
        }

        private Spec<ServiceUserState, ServiceUserEvent> disabled(ServiceUserEvent... before) {
            return existing(before).given(new ServiceUserDisabled(USER));
        }
    }

    @Nested
    class Delete {

        private final DeleteServiceUser delete = new DeleteServiceUser("w", USER, null);

        @Test
        void endsAServiceUserAndFreesItsUsername() {
            when(existing(), delete, holding()).then(new ServiceUserDeleted(USER, "loader"));
        }

        @Test
        void aServiceUserIsDeletedOnce() {
            when(existing(new ServiceUserDeleted(USER, "loader")), delete, delegate())
                    .rejected(UNKNOWN_SERVICE_USER);
        }

        @Test
        void nobodyDeletesHimself() {
            when(existing(), delete, himself()).rejected(OWN_ACCESS);
        }

        @Test
        void needsServiceUsersManageLikeEveryCommandToAServiceUser() {
            assertThat(delete.requiredPermission()).isEqualTo("service-users:manage");
        }
    }
}
