package io.keyledger.command.role;

import static io.keyledger.command.rule.RejectionCode.BUILT_IN;
import static io.keyledger.command.rule.RejectionCode.INVALID_VALUE;
import static io.keyledger.command.rule.RejectionCode.OWNER_ONLY;
import static io.keyledger.command.rule.RejectionCode.OWN_ACCESS;
import static io.keyledger.command.rule.RejectionCode.PERMISSION_NOT_HELD;
import static io.keyledger.command.rule.RejectionCode.ROLE_IN_USE;
import static io.keyledger.command.rule.RejectionCode.UNKNOWN_ROLE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.command.grant.AccessFacts.Usage;
import io.keyledger.command.grant.Grantor;
import io.keyledger.command.spec.Callers;
import io.keyledger.command.spec.Spec;
import io.keyledger.shared.event.NameAndDescription;
import io.keyledger.shared.event.RoleEvent;
import io.keyledger.shared.event.RoleEvent.RoleCreated;
import io.keyledger.shared.event.RoleEvent.RoleDeleted;
import io.keyledger.shared.event.RoleEvent.RoleDetailsChanged;
import io.keyledger.shared.event.RoleEvent.RolePermissionsChanged;
import io.keyledger.shared.permission.OwnerPermissions;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.UUID;

class RoleDeciderSpec {

    private static final UUID ROLE = Callers.id(100);
    private static final String VIEW = "catalog.assets:view";
    private static final String MANAGE = "catalog.assets:manage";
    private static final Spec<RoleState, RoleEvent> ROLES =
            new Spec<>(new RoleState.Absent(), RoleDecider::evolve);

    @Nested
    class Create {

        @Test
        void createsARoleWithItsPermissionsSortedAndEachOnce() {
            creating(Callers.delegate(), VIEW, MANAGE, VIEW)
                    .then(new RoleCreated(ROLE, "editor", "", List.of(MANAGE, VIEW), false));
        }

        @Test
        void aRoleMayBeCreatedWithWhatItsCreatorHolds() {
            creating(Callers.viewer(), VIEW)
                    .then(new RoleCreated(ROLE, "editor", "", List.of(VIEW), false));
        }

        @Test
        void nobodyCreatesARoleWithWhatHeDoesNotHold() {
            creating(Callers.viewer(), VIEW, MANAGE).rejected(PERMISSION_NOT_HELD, "permissions");
        }

        @ParameterizedTest
        @ValueSource(strings = {"catalog.*:view", "catalog.assets:*", "*:view", "*:*"})
        void aWildcardIsMoreThanOnePermissionItMatches(String wildcard) {
            creating(Callers.viewer(), wildcard).rejected(PERMISSION_NOT_HELD, "permissions");
        }

        @Test
        void nobodyCreatesARoleWithWhatIsReservedToOwners() {
            for (String reserved : OwnerPermissions.ALL) {
                creating(Callers.delegate(), VIEW, reserved).rejected(OWNER_ONLY, "permissions[1]");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "workspace.ownership:*",
                    "workspace.ownership.*:*",
                    "workspace.ownership.*:view",
                    "workspace.ownership.parts:view"
                })
        void noFormOfTheReservedResourceIsAccepted(String reserved) {
            creating(Grantor.system(), reserved).rejected(OWNER_ONLY, "permissions[0]");
        }

        @Test
        void aPermissionMustHaveItsForm() {
            creating(Callers.delegate(), VIEW, "Catalog:View")
                    .rejected(INVALID_VALUE, "permissions[1]");
        }

        @Test
        void aRoleNeedsAName() {
            ROLES.when(
                            _ ->
                                    RoleDecider.decide(
                                            CreateRole.custom("w", ROLE, " ", null, List.of()),
                                            Callers.delegate()))
                    .rejected(INVALID_VALUE, "name");
        }

        private Spec.Outcome<RoleEvent> creating(Grantor caller, String... permissions) {
            return ROLES.when(
                    _ ->
                            RoleDecider.decide(
                                    CreateRole.custom(
                                            "w", ROLE, " editor ", null, List.of(permissions)),
                                    caller));
        }
    }

    @Nested
    class Edit {

        @Test
        void oneEditEmitsOneEventPerChange() {
            editing(Callers.delegate(), "author", "writes", MANAGE)
                    .then(
                            new RoleDetailsChanged(
                                    ROLE,
                                    new NameAndDescription("editor", "old"),
                                    new NameAndDescription("author", "writes")),
                            new RolePermissionsChanged(ROLE, List.of(VIEW), List.of(MANAGE)));
        }

        @Test
        void whatIsNotNamedStays() {
            existing()
                    .when(state -> RoleDecider.decide(state, edit(null, "new", null), caller()))
                    .then(
                            new RoleDetailsChanged(
                                    ROLE,
                                    new NameAndDescription("editor", "old"),
                                    new NameAndDescription("editor", "new")));
        }

        @Test
        void anEditThatChangesNothingEmitsNothing() {
            editing(caller(), "editor", "old", VIEW, VIEW).thenNothing();
        }

        @Test
        void nobodyWidensARoleByWhatHeDoesNotHold() {
            editing(Callers.viewer(), null, null, VIEW, MANAGE)
                    .rejected(PERMISSION_NOT_HELD, "permissions");
        }

        @Test
        void wideningToAWildcardNeedsTheWildcard() {
            editing(Callers.viewer(), null, null, "catalog.*:view")
                    .rejected(PERMISSION_NOT_HELD, "permissions");
        }

        @Test
        void whatARoleHasAlreadyIsNotGrantedAnew() {
            editing(Callers.holding(MANAGE), null, null, VIEW, MANAGE)
                    .then(new RolePermissionsChanged(ROLE, List.of(VIEW), List.of(MANAGE, VIEW)));
        }

        @Test
        void takingPermissionsAwayNeedsNoneOfThem() {
            editing(caller(), null, null)
                    .then(new RolePermissionsChanged(ROLE, List.of(VIEW), List.of()));
        }

        @Test
        void narrowingAWildcardGrantsNothing() {
            ROLES.given(new RoleCreated(ROLE, "editor", "", List.of("catalog.*:*"), false))
                    .when(state -> RoleDecider.decide(state, edit(null, null, VIEW), caller()))
                    .then(new RolePermissionsChanged(ROLE, List.of("catalog.*:*"), List.of(VIEW)));
        }

        @Test
        void nobodyChangesThePermissionsOfARoleHeHas() {
            editing(Callers.withRole(ROLE), null, null, MANAGE).rejected(OWN_ACCESS);
            editing(Callers.withRole(ROLE), null, null).rejected(OWN_ACCESS);
        }

        @Test
        void aRoleOneHasMayBeRenamed() {
            editing(Callers.withRole(ROLE), "author", null, VIEW)
                    .then(
                            new RoleDetailsChanged(
                                    ROLE,
                                    new NameAndDescription("editor", "old"),
                                    new NameAndDescription("author", "old")));
        }

        @Test
        void aRoleIsNeverWidenedToWhatIsReservedToOwners() {
            editing(Grantor.system(), null, null, VIEW, OwnerPermissions.ALL.getFirst())
                    .rejected(OWNER_ONLY, "permissions[1]");
        }

        @Test
        void aBuiltInRoleDoesNotChange() {
            builtIn()
                    .when(state -> RoleDecider.decide(state, edit("x", null, null), caller()))
                    .rejected(BUILT_IN);
        }

        @Test
        void aRoleThatIsGoneDoesNotChange() {
            ROLES.when(state -> RoleDecider.decide(state, edit("x", null, null), caller()))
                    .rejected(UNKNOWN_ROLE);
            deleted()
                    .when(state -> RoleDecider.decide(state, edit("x", null, null), caller()))
                    .rejected(UNKNOWN_ROLE);
        }

        private Spec.Outcome<RoleEvent> editing(
                Grantor caller, String name, String description, String... permissions) {
            return existing()
                    .when(
                            state ->
                                    RoleDecider.decide(
                                            state,
                                            new EditRole(
                                                    "w",
                                                    ROLE,
                                                    name,
                                                    description,
                                                    List.of(permissions),
                                                    null),
                                            caller));
        }

        private EditRole edit(String name, String description, String permission) {
            List<String> permissions = permission == null ? null : List.of(permission);
            return new EditRole("w", ROLE, name, description, permissions, null);
        }

        private Grantor caller() {
            return Callers.holding();
        }
    }

    @Nested
    class Delete {

        private static final DeleteRole DELETE = new DeleteRole("w", ROLE, null);

        @Test
        void aRoleNobodyHasIsDeleted() {
            existing()
                    .when(state -> RoleDecider.decide(state, DELETE, new Usage(0, 0, 0)))
                    .then(new RoleDeleted(ROLE, "editor", List.of(VIEW)));
        }

        @Test
        void aRoleThatIsAssignedIsNotDeletedAndTheRefusalSaysToHowMany() {
            assertThatThrownBy(
                            () ->
                                    RoleDecider.decide(
                                            existing().state(), DELETE, new Usage(3, 2, 4)))
                    .hasMessage(
                            "the role is assigned to 3 service users and 2 groups and granted by 4 policies");
            existing()
                    .when(state -> RoleDecider.decide(state, DELETE, new Usage(1, 0, 0)))
                    .rejected(ROLE_IN_USE);
            existing()
                    .when(state -> RoleDecider.decide(state, DELETE, new Usage(0, 1, 0)))
                    .rejected(ROLE_IN_USE);
            existing()
                    .when(state -> RoleDecider.decide(state, DELETE, new Usage(0, 0, 1)))
                    .rejected(ROLE_IN_USE);
        }

        @Test
        void aBuiltInRoleIsNotDeleted() {
            builtIn()
                    .when(state -> RoleDecider.decide(state, DELETE, new Usage(0, 0, 0)))
                    .rejected(BUILT_IN);
        }

        @Test
        void aRoleIsDeletedOnce() {
            deleted()
                    .when(state -> RoleDecider.decide(state, DELETE, new Usage(0, 0, 0)))
                    .rejected(UNKNOWN_ROLE);
        }
    }

    @Nested
    class Upgrade {

        @Test
        void aBuiltInRoleGetsTodaysPermissionsOnce() {
            builtIn()
                    .when(state -> RoleDecider.upgrade(state, ROLE, List.of(MANAGE, VIEW)))
                    .then(
                            new RolePermissionsChanged(
                                    ROLE, permissionsOfBuiltIn(), List.of(MANAGE, VIEW)));
            builtIn()
                    .when(state -> RoleDecider.upgrade(state, ROLE, permissionsOfBuiltIn()))
                    .thenNothing();
        }

        private static List<String> permissionsOfBuiltIn() {
            return ((RoleState.Present) builtIn().state()).permissions();
        }
    }

    @Test
    void everyCommandToARoleNeedsRolesManage() {
        assertThat(new DeleteRole("w", ROLE, null).requiredPermission()).isEqualTo("roles:manage");
    }

    private static Spec<RoleState, RoleEvent> existing() {
        return ROLES.given(new RoleCreated(ROLE, "editor", "old", List.of(VIEW), false));
    }

    private static Spec<RoleState, RoleEvent> builtIn() {
        return ROLES.given(new RoleCreated(ROLE, "viewer", "", List.of(VIEW), true));
    }

    private static Spec<RoleState, RoleEvent> deleted() {
        return existing().given(new RoleDeleted(ROLE, "editor", List.of(VIEW)));
    }
}
