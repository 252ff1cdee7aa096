package io.keyledger.command.workspace;

import static io.keyledger.command.rule.RejectionCode.INVALID_VALUE;
import static io.keyledger.command.rule.RejectionCode.WORKSPACE_TAKEN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.keyledger.access.journal.PersonalValue;
import io.keyledger.command.spec.Spec;
import io.keyledger.command.workspace.WorkspaceCommand.CreateWorkspace;
import io.keyledger.command.workspace.WorkspaceCommand.ErasePersonalValues;
import io.keyledger.command.workspace.WorkspaceCommand.RenameWorkspace;
import io.keyledger.shared.event.WorkspaceEvent;
import io.keyledger.shared.event.WorkspaceEvent.PersonalValuesErased;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceRenamed;
import io.keyledger.shared.permission.OwnerPermissions;
import io.keyledger.shared.record.PersonalKind;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;

class WorkspaceDeciderSpec {

    private static final Spec<String, WorkspaceEvent> WORKSPACES =
            new Spec<>("", WorkspaceDecider::evolve);

    @Nested
    class Create {

        @Test
        void createsAWorkspace() {
            WORKSPACES
                    .when(
                            _ ->
                                    WorkspaceDecider.decide(
                                            new CreateWorkspace("acme", " Acme "), false))
                    .then(new WorkspaceCreated("acme", "Acme"));
        }

        @Test
        void aSlugIsNeverReused() {
            WORKSPACES
                    .when(_ -> WorkspaceDecider.decide(new CreateWorkspace("acme", "Acme"), true))
                    .rejected(WORKSPACE_TAKEN, "slug");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a", "Acme", "ac me", "äcme", "ac_me", "acme\n"})
        void aSlugHasItsForm(String slug) {
            WORKSPACES
                    .when(_ -> WorkspaceDecider.decide(new CreateWorkspace(slug, "Acme"), false))
                    .rejected(INVALID_VALUE, "slug");
        }

        @Test
        void aWorkspaceNeedsAName() {
            WORKSPACES
                    .when(_ -> WorkspaceDecider.decide(new CreateWorkspace("acme", " "), false))
                    .rejected(INVALID_VALUE, "name");
        }
    }

    @Nested
    class Rename {

        @Test
        void givesAWorkspaceAnotherName() {
            renaming(" Acme Inc. ").then(new WorkspaceRenamed("acme", "Acme", "Acme Inc."));
        }

        @Test
        void theNameItHasAlreadyEmitsNothing() {
            renaming("Acme ").thenNothing();
        }

        @Test
        void theLatestNameCounts() {
            WORKSPACES
                    .given(
                            new WorkspaceCreated("acme", "Acme"),
                            new WorkspaceRenamed("acme", "Acme", "Bolt"))
                    .when(name -> WorkspaceDecider.decide(name, rename("Bolt")))
                    .thenNothing();
        }

        @Test
        void aWorkspaceKeepsSomeName() {
            renaming("\t").rejected(INVALID_VALUE, "name");
        }

        private Spec.Outcome<WorkspaceEvent> renaming(String to) {
            return WORKSPACES
                    .given(new WorkspaceCreated("acme", "Acme"))
                    .when(name -> WorkspaceDecider.decide(name, rename(to)));
        }

        private RenameWorkspace rename(String to) {
            return new RenameWorkspace("acme", to, null);
        }
    }

    @Nested
    class BuiltInRoles {

        @Test
        void everyWorkspaceIsBornWithTheSame() {
            assertThat(BuiltIn.of("acme"))
                    .extracting(BuiltIn::role)
                    .containsExactly(
                            "workspace-owner",
                            "viewer",
                            "service-user-administrator",
                            "security-administrator",
                            "auditor",
                            "gateway");
        }

        @Test
        void theSystemHasAdministratorsAndOperatorsBesides() {
            assertThat(BuiltIn.of("system"))
                    .containsAll(BuiltIn.of("acme"))
                    .extracting(BuiltIn::group)
                    .contains("administrators", "operators")
                    .hasSize(8);
        }

        @Test
        void onlyTheOwnersRoleHoldsWhatIsReservedToOwners() {
            assertThat(BuiltIn.of("system"))
                    .filteredOn(
                            it ->
                                    it.permissions().stream()
                                            .anyMatch(OwnerPermissions.ALL::contains))
                    .extracting(BuiltIn::group, BuiltIn::permissions)
                    .containsExactly(
                            tuple(
                                    "workspace-owners",
                                    Stream.concat(Stream.of("*:*"), OwnerPermissions.ALL.stream())
                                            .toList()));
        }

        @Test
        void onlySecurityAdministratorsMayGrantWhatTheyDoNotHold() {
            assertThat(BuiltIn.of("acme"))
                    .filteredOn(it -> it.permissions().contains("permissions:delegate"))
                    .extracting(BuiltIn::role)
                    .containsExactly("security-administrator");
        }
    }

    @Test
    void everyCommandToAWorkspaceNeedsWorkspacesManage() {
        assertThat(new CreateWorkspace("acme", "Acme").requiredPermission())
                .isEqualTo("workspaces:manage");
    }

    @Nested
    class Erase {

        private final ErasePersonalValues command =
                new ErasePersonalValues(
                        "acme",
                        List.of(new PersonalValue("acme", PersonalKind.ADDRESS, "192.0.2.7")));

        @Test
        void tellsTheReferencesAndKeepsTheName() {
            WORKSPACES
                    .given(new WorkspaceCreated("acme", "Acme"))
                    .when(_ -> WorkspaceDecider.decide(command, List.of(7L, 12L)))
                    .then(new PersonalValuesErased("acme", List.of(7L, 12L)));
            WORKSPACES
                    .given(
                            new WorkspaceCreated("acme", "Acme"),
                            new PersonalValuesErased("acme", List.of(7L)))
                    .when(
                            name ->
                                    WorkspaceDecider.decide(
                                            name, new RenameWorkspace("acme", "Acme", null)))
                    .thenNothing();
        }

        @Test
        void whatIsNotThereIsNoEvent() {
            WORKSPACES
                    .given(new WorkspaceCreated("acme", "Acme"))
                    .when(_ -> WorkspaceDecider.decide(command, List.of()))
                    .thenNothing();
        }
    }
}
