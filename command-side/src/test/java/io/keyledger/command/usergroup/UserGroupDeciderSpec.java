package io.keyledger.command.usergroup;

import static io.keyledger.command.rule.RejectionCode.BUILT_IN;
import static io.keyledger.command.rule.RejectionCode.GROUP_IN_USE;
import static io.keyledger.command.rule.RejectionCode.INVALID_VALUE;
import static io.keyledger.command.rule.RejectionCode.OWNER_ONLY;
import static io.keyledger.command.rule.RejectionCode.OWN_ACCESS;
import static io.keyledger.command.rule.RejectionCode.PERMISSION_NOT_HELD;
import static io.keyledger.command.rule.RejectionCode.UNKNOWN_GROUP;
import static io.keyledger.command.rule.RejectionCode.UNKNOWN_ROLE;
import static io.keyledger.command.spec.Callers.MANAGING;
import static io.keyledger.command.spec.Callers.OWNING;
import static io.keyledger.command.spec.Callers.VIEWING;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.command.grant.Grantor;
import io.keyledger.command.grant.RoleFact;
import io.keyledger.command.spec.Callers;
import io.keyledger.command.spec.Spec;
import io.keyledger.shared.event.NameAndDescription;
import io.keyledger.shared.event.UserGroupEvent;
import io.keyledger.shared.event.UserGroupEvent.RoleAssignedToGroup;
import io.keyledger.shared.event.UserGroupEvent.RoleUnassignedFromGroup;
import io.keyledger.shared.event.UserGroupEvent.UserGroupCreated;
import io.keyledger.shared.event.UserGroupEvent.UserGroupDeleted;
import io.keyledger.shared.event.UserGroupEvent.UserGroupDetailsChanged;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

class UserGroupDeciderSpec {

    private static final UUID GROUP = Callers.id(100);
    private static final UUID NOWHERE = Callers.id(999);
    private static final Map<UUID, RoleFact> ROLES =
            Map.of(VIEWING.id(), VIEWING, MANAGING.id(), MANAGING, OWNING.id(), OWNING);
    private static final Spec<UserGroupState, UserGroupEvent> GROUPS =
            new Spec<>(new UserGroupState.Absent(), UserGroupEvolution::evolve);

    @Nested
    class Create {

        @Test
        void createsAGroupAndAssignsEachRoleOnce() {
            creating(Callers.delegate(), VIEWING.id(), MANAGING.id(), VIEWING.id())
                    .then(
                            new UserGroupCreated(GROUP, "readers", "", false),
                            new RoleAssignedToGroup(GROUP, VIEWING.id()),
                            new RoleAssignedToGroup(GROUP, MANAGING.id()));
        }

        @Test
        void aGroupWithoutRolesNeedsNoPermissionToGrant() {
            creating(Callers.holding()).then(new UserGroupCreated(GROUP, "readers", "", false));
        }

        @Test
        void nobodyCreatesAGroupWithARoleHeDoesNotHold() {
            creating(Callers.viewer(), VIEWING.id(), MANAGING.id())
                    .rejected(PERMISSION_NOT_HELD, "roles[1]");
        }

        @Test
        void aNewGroupNeverCarriesTheOwnersRole() {
            creating(Callers.delegate(), OWNING.id()).rejected(OWNER_ONLY, "roles[0]");
            creating(Grantor.system(), VIEWING.id(), OWNING.id()).rejected(OWNER_ONLY, "roles[1]");
        }

        @Test
        void itsRolesMustBeThere() {
            creating(Callers.delegate(), VIEWING.id(), NOWHERE).rejected(UNKNOWN_ROLE, "roles[1]");
        }

        @Test
        void aGroupNeedsAName() {
            GROUPS.when(
                            _ ->
                                    UserGroupDecider.decide(
                                            CreateUserGroup.custom(
                                                    "w", GROUP, null, null, List.of(), List.of()),
                                            facts(Callers.delegate())))
                    .rejected(INVALID_VALUE, "name");
        }

        private Spec.Outcome<UserGroupEvent> creating(Grantor caller, UUID... roles) {
            return GROUPS.when(
                    _ ->
                            UserGroupDecider.decide(
                                    CreateUserGroup.custom(
                                            "w",
                                            GROUP,
                                            " readers ",
                                            null,
                                            List.of(roles),
                                            List.of()),
                                    facts(caller)));
        }
    }

    @Nested
    class Edit {

        @Test
        void oneEditEmitsOneEventPerChange() {
            editing(Callers.delegate(), "writers", "they write", MANAGING.id())
                    .then(
                            new UserGroupDetailsChanged(
                                    GROUP,
                                    new NameAndDescription("readers", "they read"),
                                    new NameAndDescription("writers", "they write")),
                            new RoleUnassignedFromGroup(GROUP, VIEWING.id()),
                            new RoleAssignedToGroup(GROUP, MANAGING.id()));
        }

        @Test
        void whatIsNotNamedStays() {
            existing()
                    .when(state -> decide(state, "writers", null, null, Callers.holding()))
                    .then(
                            new UserGroupDetailsChanged(
                                    GROUP,
                                    new NameAndDescription("readers", "they read"),
                                    new NameAndDescription("writers", "they read")));
        }

        @Test
        void anEditThatChangesNothingEmitsNothing() {
            editing(Callers.holding(), "readers", "they read", VIEWING.id(), VIEWING.id())
                    .thenNothing();
        }

        @Test
        void theOrderOfRolesIsNoChange() {
            existing()
                    .given(new RoleAssignedToGroup(GROUP, MANAGING.id()))
                    .when(
                            state ->
                                    decide(
                                            state,
                                            null,
                                            null,
                                            List.of(MANAGING.id(), VIEWING.id()),
                                            Callers.memberOf(GROUP)))
                    .thenNothing();
        }

        @Test
        void nobodyGivesAGroupARoleHeDoesNotHold() {
            editing(Callers.viewer(), null, null, VIEWING.id(), MANAGING.id())
                    .rejected(PERMISSION_NOT_HELD, "roles[1]");
        }

        @Test
        void takingARoleFromAGroupNeedsNoneOfItsPermissions() {
            editing(Callers.holding(), null, null)
                    .then(new RoleUnassignedFromGroup(GROUP, VIEWING.id()));
        }

        @Test
        void aGroupIsNeverGivenTheOwnersRole() {
            editing(Callers.delegate(), null, null, VIEWING.id(), OWNING.id())
                    .rejected(OWNER_ONLY, "roles[1]");
            editing(Grantor.system(), null, null, OWNING.id()).rejected(OWNER_ONLY, "roles[0]");
        }

        @Test
        void aGroupIsGivenOnlyRolesThatAreThere() {
            editing(Callers.delegate(), null, null, NOWHERE).rejected(UNKNOWN_ROLE, "roles[0]");
        }

        @Test
        void nobodyChangesTheRolesOfAGroupHeIsIn() {
            editing(Callers.memberOf(GROUP), null, null, VIEWING.id(), MANAGING.id())
                    .rejected(OWN_ACCESS);
            editing(Callers.memberOf(GROUP), null, null).rejected(OWN_ACCESS);
        }

        @Test
        void aGroupOneIsInMayBeRenamed() {
            editing(Callers.memberOf(GROUP), "writers", null, VIEWING.id())
                    .then(
                            new UserGroupDetailsChanged(
                                    GROUP,
                                    new NameAndDescription("readers", "they read"),
                                    new NameAndDescription("writers", "they read")));
        }

        @Test
        void ofABuiltInGroupOnlyTheMembershipChanges() {
            builtIn()
                    .when(state -> decide(state, "x", null, null, Callers.delegate()))
                    .rejected(BUILT_IN);
            builtIn()
                    .when(state -> decide(state, null, null, List.of(), Callers.delegate()))
                    .rejected(BUILT_IN);
        }

        @Test
        void aGroupThatIsGoneDoesNotChange() {
            deleted()
                    .when(state -> decide(state, "x", null, null, Callers.delegate()))
                    .rejected(UNKNOWN_GROUP);
        }

        private Spec.Outcome<UserGroupEvent> editing(
                Grantor caller, String name, String description, UUID... roles) {
            return existing()
                    .when(state -> decide(state, name, description, List.of(roles), caller));
        }

        private List<UserGroupEvent> decide(
                UserGroupState state,
                String name,
                String description,
                List<UUID> roles,
                Grantor caller) {
            return UserGroupDecider.decide(
                    state,
                    new EditUserGroup("w", GROUP, name, description, roles, null, null),
                    facts(caller));
        }
    }

    @Nested
    class Delete {

        private static final DeleteUserGroup DELETE = new DeleteUserGroup("w", GROUP, null);

        @Test
        void aGroupWithoutMembersGivesItsRolesBackAndIsDeleted() {
            existing()
                    .when(state -> UserGroupDecider.decide(state, DELETE, 0))
                    .then(
                            new RoleUnassignedFromGroup(GROUP, VIEWING.id()),
                            new UserGroupDeleted(GROUP, "readers"));
        }

        @Test
        void aGroupWithMembersIsNotDeletedAndTheRefusalSaysHowMany() {
            assertThatThrownBy(() -> UserGroupDecider.decide(existing().state(), DELETE, 7))
                    .hasMessageContaining("7");
            existing()
                    .when(state -> UserGroupDecider.decide(state, DELETE, 1))
                    .rejected(GROUP_IN_USE);
        }

        @Test
        void aBuiltInGroupIsNotDeleted() {
            builtIn().when(state -> UserGroupDecider.decide(state, DELETE, 0)).rejected(BUILT_IN);
        }

        @Test
        void aGroupIsDeletedOnce() {
            deleted()
                    .when(state -> UserGroupDecider.decide(state, DELETE, 0))
                    .rejected(UNKNOWN_GROUP);
        }
    }

    @Test
    void everyCommandToAGroupNeedsGroupsManage() {
        assertThat(new DeleteUserGroup("w", GROUP, null).requiredPermission())
                .isEqualTo("groups:manage");
    }

    private static UserGroupFacts facts(Grantor caller) {
        return new UserGroupFacts(caller, ROLES, Map.of(), List::of);
    }

    private static Spec<UserGroupState, UserGroupEvent> existing() {
        return GROUPS.given(
                new UserGroupCreated(GROUP, "readers", "they read", false),
                new RoleAssignedToGroup(GROUP, VIEWING.id()));
    }

    private static Spec<UserGroupState, UserGroupEvent> builtIn() {
        return GROUPS.given(new UserGroupCreated(GROUP, "viewers", "", true));
    }

    private static Spec<UserGroupState, UserGroupEvent> deleted() {
        return existing()
                .given(
                        new RoleUnassignedFromGroup(GROUP, VIEWING.id()),
                        new UserGroupDeleted(GROUP, "readers"));
    }
}
