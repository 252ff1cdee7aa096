package io.keyledger.console.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.client.api.Groups.Group;
import io.keyledger.client.api.Policies.Grant;
import io.keyledger.client.api.Policies.Guards;
import io.keyledger.client.api.Policies.Policy;
import io.keyledger.client.api.Roles.Role;
import io.keyledger.console.directory.Part.Link;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Set;
import java.util.UUID;

class DirectoryTest {

    private static final UUID READER = new UUID(1, 1);
    private static final UUID WRITER = new UUID(1, 2);
    private static final UUID SENDER = new UUID(1, 3);
    private static final UUID ENABLED = new UUID(2, 1);
    private static final UUID MONITORED = new UUID(2, 2);
    private static final UUID TEAM = new UUID(3, 1);
    private static final UUID OWNERS = new UUID(3, 2);

    private final Directory directory =
            new Directory(
                    List.of(
                            new Group(
                                    TEAM,
                                    "Team",
                                    "",
                                    List.of(READER),
                                    List.of(ENABLED),
                                    false,
                                    0,
                                    0,
                                    0,
                                    0,
                                    null),
                            new Group(
                                    OWNERS,
                                    "workspace-owners",
                                    "",
                                    List.of(),
                                    null,
                                    true,
                                    0,
                                    0,
                                    0,
                                    0,
                                    null)),
                    List.of(role(READER, "a:view"), role(WRITER, "a:edit"), role(SENDER, "b:send")),
                    List.of(
                            policy(ENABLED, "enabled", WRITER),
                            policy(MONITORED, "monitoring", SENDER)));

    @Test
    void permissionsComeByGroupsTheirPoliciesAndOwnRoles() {
        assertThat(directory.permissions(List.of(TEAM), List.of(), List.of()))
                .hasValue(Set.of("a:edit", "a:view"));
        assertThat(directory.permissions(List.of(), List.of(SENDER), List.of()))
                .hasValue(Set.of("b:send"));
        assertThat(directory.permissions(List.of(), List.of(), List.of(MONITORED)))
                .hasValue(Set.of());
    }

    @Test
    void theOwnersGroupIsNotToBeChosen() {
        assertThat(directory.groupsToChoose().all())
                .extracting(Group::name)
                .containsExactly("Team");
    }

    /** What is not told is never told in part. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "groups|team|false",
                "groups|enabled|true",
                "groups|sender|true",
                "roles|team|false",
                "roles|enabled|false",
                "roles|monitored|true",
                "roles|sender|false",
                "policies|team|false",
                "policies|monitored|false",
                "policies|sender|true",
                "groups|nothing|true",
                "roles|nothing|true",
                "policies|nothing|true",
            })
    void permissionsAreToldUnlessTheyComeByWhatMayNotBeSeen(
            String unseen, String held, boolean told) {
        Directory part = without(unseen);
        assertThat(
                        part.permissions(
                                held.equals("team") ? List.of(TEAM) : List.of(),
                                held.equals("sender") ? List.of(SENDER) : List.of(),
                                switch (held) {
                                    case "enabled" -> List.of(ENABLED);
                                    case "monitored" -> List.of(MONITORED);
                                    default -> List.of();
                                }))
                .matches(permissions -> permissions.isPresent() == told);
    }

    @Test
    void whatMayNotBeSeenIsALinkWithoutAName() {
        assertThat(directory.groups().links(List.of(TEAM))).containsExactly(new Link(TEAM, "Team"));
        assertThat(without("groups").groups().links(List.of(TEAM)))
                .containsExactly(new Link(TEAM, null));
        assertThat(directory.groups().links(List.of(SENDER))).isEmpty();
        assertThat(without("groups").groupsToChoose().isSeen()).isFalse();
    }

    @Test
    void whatMayNotBeSeenIsSaid() {
        assertThat(directory.unseen()).isNull();
        assertThat(without("roles").unseen()).isEqualTo("You may not see this workspace's roles");
        assertThat(new Directory(null, null, directory.policies().known()).unseen())
                .isEqualTo("You may not see this workspace's groups and roles");
        assertThat(without("roles").rights()).containsOnly("groups:view", "policies:view");
        assertThat(without("roles").names()).doesNotContainKey(READER.toString());
    }

    private Directory without(String kind) {
        return new Directory(
                kind.equals("groups") ? null : directory.groups().known(),
                kind.equals("roles") ? null : directory.roles().known(),
                kind.equals("policies") ? null : directory.policies().known());
    }

    private static Role role(UUID id, String permission) {
        return new Role(id, permission, "", List.of(permission), false, 0, null);
    }

    private static Policy policy(UUID id, String state, UUID role) {
        return new Policy(
                id, state, "", state, false, List.of(new Grant(role, null)), Guards.NONE, 0, null);
    }
}
