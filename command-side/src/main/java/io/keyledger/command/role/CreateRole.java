package io.keyledger.command.role;

import io.keyledger.command.rule.Fields;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** Create a role with its first permissions. */
public record CreateRole(
        String workspace,
        UUID roleId,
        String name,
        String description,
        List<String> permissions,
        boolean builtIn)
        implements RoleCommand {

    /** A role that administrators define. */
    public static CreateRole custom(
            String workspace,
            UUID roleId,
            @Nullable String name,
            @Nullable String description,
            List<String> permissions) {
        return new CreateRole(
                workspace,
                roleId,
                Fields.name("name", name),
                Fields.description("description", description),
                Fields.permissions("permissions", permissions),
                false);
    }
}
