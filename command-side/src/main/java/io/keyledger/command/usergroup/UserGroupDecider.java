package io.keyledger.command.usergroup;

import static io.keyledger.command.usergroup.UserGroupEvolution.present;

import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.command.usergroup.UserGroupState.Present;
import io.keyledger.shared.event.NameAndDescription;
import io.keyledger.shared.event.UserGroupEvent;
import io.keyledger.shared.event.UserGroupEvent.RoleUnassignedFromGroup;
import io.keyledger.shared.event.UserGroupEvent.SecurityPolicyDetachedFromGroup;
import io.keyledger.shared.event.UserGroupEvent.UserGroupCreated;
import io.keyledger.shared.event.UserGroupEvent.UserGroupDeleted;
import io.keyledger.shared.event.UserGroupEvent.UserGroupDetailsChanged;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The rules of user groups. */
final class UserGroupDecider {

    private UserGroupDecider() {}

    static List<UserGroupEvent> decide(CreateUserGroup command, UserGroupFacts facts) {
        List<UserGroupEvent> events = new ArrayList<>();
        events.add(
                new UserGroupCreated(
                        command.groupId(),
                        command.name(),
                        command.description(),
                        command.builtIn()));
        events.addAll(
                command.builtIn()
                        ? Carried.firstOfBuiltIn(command)
                        : Carried.change(
                                command.groupId(),
                                new Present(
                                        command.name(),
                                        command.description(),
                                        List.of(),
                                        List.of(),
                                        false),
                                command.roles(),
                                command.policies(),
                                facts));
        return events;
    }

    static List<UserGroupEvent> decide(
            UserGroupState state, EditUserGroup command, UserGroupFacts facts) {
        Present group = custom(state);
        List<UserGroupEvent> events = new ArrayList<>();
        NameAndDescription before = new NameAndDescription(group.name(), group.description());
        NameAndDescription after =
                new NameAndDescription(
                        Objects.requireNonNullElse(command.name(), group.name()),
                        Objects.requireNonNullElse(command.description(), group.description()));
        if (!before.equals(after)) {
            events.add(new UserGroupDetailsChanged(command.groupId(), before, after));
        }
        events.addAll(
                Carried.change(
                        command.groupId(),
                        group,
                        Objects.requireNonNullElse(command.roles(), group.roles()),
                        Objects.requireNonNullElse(command.policies(), group.policies()),
                        facts));
        return events;
    }

    static List<UserGroupEvent> decide(
            UserGroupState state, DeleteUserGroup command, long members) {
        Present group = custom(state);
        if (members > 0) {
            throw new Rejected(
                    RejectionCode.GROUP_IN_USE, "the group has %d members".formatted(members));
        }
        List<UserGroupEvent> events = new ArrayList<>();
        group.roles()
                .forEach(role -> events.add(new RoleUnassignedFromGroup(command.groupId(), role)));
        group.policies()
                .forEach(
                        policy ->
                                events.add(
                                        new SecurityPolicyDetachedFromGroup(
                                                command.groupId(), policy)));
        events.add(new UserGroupDeleted(command.groupId(), group.name()));
        return events;
    }

    private static Present custom(UserGroupState state) {
        Present group = present(state);
        if (group.builtIn()) {
            throw new Rejected(
                    RejectionCode.BUILT_IN,
                    "of the built-in group " + group.name() + " only the membership changes");
        }
        return group;
    }
}
