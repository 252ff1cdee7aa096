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
import io.keyledger.command.rule.Patch;
import io.keyledger.command.serviceuser.ServiceUserCommand.EditServiceUser;
import io.keyledger.command.spec.Spec;
import io.keyledger.shared.event.ServiceUserDetails;
import io.keyledger.shared.event.ServiceUserEvent;
import io.keyledger.shared.event.ServiceUserEvent.GroupAssigned;
import io.keyledger.shared.event.ServiceUserEvent.GroupUnassigned;
import io.keyledger.shared.event.ServiceUserEvent.RoleAssigned;
import io.keyledger.shared.event.ServiceUserEvent.RoleUnassigned;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDetailsChanged;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class EditServiceUserSpec {

    private static final Instant LATER = NOW.plus(Duration.ofDays(30));

    @Nested
    class Details {

        @Test
        void oneEditEmitsOneEventPerChange() {
            ServiceUserDetails after =
                    new ServiceUserDetails("reader", "reads", "team", Map.of("a", "b"), LATER);
            when(
                            member(),
                            new EditServiceUser(
                                    "w",
                                    USER,
                                    " reader ",
                                    "reads",
                                    Patch.to("team"),
                                    Map.of("a", "b"),
                                    Patch.to(LATER),
                                    List.of(MANAGERS.id()),
                                    List.of(MANAGING.id()),
                                    null,
                                    null),
                            delegate())
                    .then(
                            new ServiceUserDetailsChanged(USER, DETAILS, after),
                            new GroupUnassigned(USER, VIEWERS.id()),
                            new RoleUnassigned(USER, VIEWING.id()),
                            new GroupAssigned(USER, MANAGERS.id()),
                            new RoleAssigned(USER, MANAGING.id()));
        }

        @Test
        void anEditThatNamesNothingOrWhatIsThereEmitsNothing() {
            when(member(), edit(null, null, Patch.unchanged(), null, null), himself())
                    .thenNothing();
            when(
                            member(),
                            new EditServiceUser(
                                    "w",
                                    USER,
                                    "loader ",
                                    "loads",
                                    Patch.to("data team"),
                                    Map.of("env", "test"),
                                    Patch.to(null),
                                    List.of(VIEWERS.id()),
                                    List.of(VIEWING.id()),
                                    null,
                                    null),
                            himself())
                    .thenNothing();
        }

        @Test
        void anOwnerCanBeTakenAway() {
            when(existing(), edit(null, Patch.to(" "), Patch.unchanged(), null, null), holding())
                    .then(
                            new ServiceUserDetailsChanged(
                                    USER,
                                    DETAILS,
                                    new ServiceUserDetails(
                                            "loader", "loads", null, Map.of("env", "test"), null)));
        }

        @Test
        void oneMayDescribeOneself() {
            when(existing(), edit("reader", null, Patch.unchanged(), null, null), himself())
                    .then(new ServiceUserDetailsChanged(USER, DETAILS, details("reader", null)));
        }

        @Test
        void namesHaveTheirForm() {
            existing()
                    .when(_ -> decide(edit("a/b", null, Patch.unchanged(), null, null)))
                    .rejected(INVALID_VALUE, "username");
        }

        @Test
        void theServiceUserMustBeThere() {
            when(Users.none(), edit("reader", null, Patch.unchanged(), null, null), delegate())
                    .rejected(UNKNOWN_SERVICE_USER);
        }

        private List<ServiceUserEvent> decide(EditServiceUser edit) {
            return ServiceUserDecider.decide(existing().state(), edit, Users.known(delegate()));
        }
    }

    @Nested
    class Expiry {

        @Test
        void isInTheFuture() {
            moving(null, NOW, delegate()).rejected(INVALID_VALUE, "expiresAt");
        }

        @Test
        void onePassedMayStay() {
            when(
                            expiringAt(NOW.minusSeconds(9)),
                            edit("reader", null, Patch.unchanged(), null, null),
                            holding())
                    .then(
                            new ServiceUserDetailsChanged(
                                    USER,
                                    details("loader", NOW.minusSeconds(9)),
                                    details("reader", NOW.minusSeconds(9))));
        }

        @Test
        void nobodyMovesHisOwn() {
            moving(null, LATER, himself()).rejected(OWN_ACCESS);
            moving(LATER, null, himself()).rejected(OWN_ACCESS);
        }

        @Test
        void nobodyProlongsWhatHoldsMoreThanHe() {
            moving(NOW.minusSeconds(9), LATER, holding())
                    .rejected(PERMISSION_NOT_HELD, "expiresAt");
            moving(NOW.plusSeconds(9), LATER, holding()).rejected(PERMISSION_NOT_HELD, "expiresAt");
            moving(NOW.plusSeconds(9), null, holding()).rejected(PERMISSION_NOT_HELD, "expiresAt");
        }

        @Test
        void itIsProlongedByWhoHoldsAsMuchOrMayDelegate() {
            moving(NOW.minusSeconds(9), LATER, viewer()).then(moved(NOW.minusSeconds(9), LATER));
            moving(NOW.minusSeconds(9), null, delegate()).then(moved(NOW.minusSeconds(9), null));
        }

        @Test
        void shorteningNeedsNoneOfThePermissions() {
            moving(null, LATER, holding()).then(moved(null, LATER));
            moving(LATER, NOW.plusSeconds(9), holding()).then(moved(LATER, NOW.plusSeconds(9)));
        }

        @Test
        void whatTheSameEditTakesAwayIsNotProlonged() {
            when(
                            expiringAt(NOW.minusSeconds(9)),
                            edit(null, null, Patch.to(LATER), null, List.of()),
                            holding())
                    .then(
                            moved(NOW.minusSeconds(9), LATER),
                            new RoleUnassigned(USER, VIEWING.id()));
        }

        private Spec.Outcome<ServiceUserEvent> moving(Instant from, Instant to, Grantor caller) {
            return when(expiringAt(from), edit(null, null, Patch.to(to), null, null), caller);
        }

        private Spec<ServiceUserState, ServiceUserEvent> expiringAt(Instant at) {
            return existing(
                    new ServiceUserDetailsChanged(USER, DETAILS, details("loader", at)),
                    new RoleAssigned(USER, VIEWING.id()));
        }

        private ServiceUserDetailsChanged moved(Instant from, Instant to) {
            return new ServiceUserDetailsChanged(
                    USER, details("loader", from), details("loader", to));
        }
    }

    @Nested
    class GroupsAndRoles {

        @Test
        void nobodyHandsOutMoreThanHeHolds() {
            editing(List.of(VIEWERS.id(), MANAGERS.id()), null, viewer())
                    .rejected(PERMISSION_NOT_HELD, "groups[1]");
            editing(null, List.of(VIEWING.id(), MANAGING.id()), viewer())
                    .rejected(PERMISSION_NOT_HELD, "roles[1]");
        }

        @Test
        void nothingMakesAServiceUserAnOwner() {
            editing(List.of(OWNERS.id()), null, Grantor.system()).rejected(OWNER_ONLY, "groups[0]");
            editing(null, List.of(VIEWING.id(), OWNING.id()), Grantor.system())
                    .rejected(OWNER_ONLY, "roles[1]");
        }

        @Test
        void theyMustBeThere() {
            editing(List.of(NOWHERE), null, delegate()).rejected(UNKNOWN_GROUP, "groups[0]");
            editing(null, List.of(NOWHERE), delegate()).rejected(UNKNOWN_ROLE, "roles[0]");
        }

        @Test
        void nobodyChangesHisOwn() {
            editing(List.of(), null, himself()).rejected(OWN_ACCESS);
            editing(null, List.of(VIEWING.id(), MANAGING.id()), himself()).rejected(OWN_ACCESS);
        }

        @Test
        void takingAwayNeedsNoneOfThePermissions() {
            editing(List.of(), List.of(), holding())
                    .then(
                            new GroupUnassigned(USER, VIEWERS.id()),
                            new RoleUnassigned(USER, VIEWING.id()));
        }

        private Spec.Outcome<ServiceUserEvent> editing(
                List<UUID> groups, List<UUID> roles, Grantor caller) {
            return when(
                    member(),
                    edit(null, Patch.unchanged(), Patch.unchanged(), groups, roles),
                    caller);
        }
    }

    private static EditServiceUser edit(
            String username,
            Patch<String> owner,
            Patch<Instant> expiresAt,
            List<UUID> groups,
            List<UUID> roles) {
        return new EditServiceUser(
                "w",
                USER,
                username,
                null,
                owner == null ? Patch.unchanged() : owner,
                null,
                expiresAt,
                groups,
                roles,
                null,
                null);
    }

    private static Spec<ServiceUserState, ServiceUserEvent> member() {
        return existing(
                new GroupAssigned(USER, VIEWERS.id()), new RoleAssigned(USER, VIEWING.id()));
    }
}
