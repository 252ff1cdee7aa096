package io.keyledger.command.usergroup;

import io.keyledger.command.rule.Fields;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** Create a user group with its first roles. */
public record CreateUserGroup(
        String workspace,
        UUID groupId,
        String name,
        String description,
        List<UUID> roles,
        boolean builtIn)
        implements UserGroupCommand {

    public CreateUserGroup {
        roles = Fields.ids("roles", roles);
    }

    /** A group that administrators define. */
    public static CreateUserGroup custom(
            String workspace,
            UUID groupId,
            @Nullable String name,
            @Nullable String description,
            List<UUID> roles) {
        return new CreateUserGroup(
                workspace,
                groupId,
                Fields.name("name", name),
                Fields.description("description", description),
                roles,
                false);
    }
}
