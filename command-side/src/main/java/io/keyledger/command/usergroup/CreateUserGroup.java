package io.keyledger.command.usergroup;

import io.keyledger.command.rule.Fields;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** Create a user group with its first roles and security policies. */
public record CreateUserGroup(
        String workspace,
        UUID groupId,
        String name,
        String description,
        List<UUID> roles,
        List<UUID> policies,
        boolean builtIn)
        implements UserGroupCommand {

    public CreateUserGroup {
        roles = Fields.ids("roles", roles);
        policies = Fields.policies("policies", policies);
    }

    /** A group that administrators define. */
    public static CreateUserGroup custom(
            String workspace,
            UUID groupId,
            @Nullable String name,
            @Nullable String description,
            List<UUID> roles,
            List<UUID> policies) {
        return new CreateUserGroup(
                workspace,
                groupId,
                Fields.name("name", name),
                Fields.description("description", description),
                roles,
                policies,
                false);
    }
}
