package io.keyledger.console.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.client.api.Groups.Group;
import io.keyledger.client.api.Policies.Grant;
import io.keyledger.client.api.Policies.Guards;
import io.keyledger.client.api.Policies.Policy;
import io.keyledger.client.api.Roles.Role;

import org.junit.jupiter.api.Test;

import java.util.List;
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
                .containsExactly("a:edit", "a:view");
        assertThat(directory.permissions(List.of(), List.of(SENDER), List.of()))
                .containsExactly("b:send");
        assertThat(directory.permissions(List.of(), List.of(), List.of(MONITORED))).isEmpty();
    }

    @Test
    void theOwnersGroupIsNotToBeChosen() {
        assertThat(directory.groupsToChoose()).extracting(Group::name).containsExactly("Team");
    }

    private static Role role(UUID id, String permission) {
        return new Role(id, permission, "", List.of(permission), false, 0, null);
    }

    private static Policy policy(UUID id, String state, UUID role) {
        return new Policy(
                id, state, "", state, false, List.of(new Grant(role, null)), Guards.NONE, 0, null);
    }
}
