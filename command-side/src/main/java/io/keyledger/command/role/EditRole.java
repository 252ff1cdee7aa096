package io.keyledger.command.role;

import io.keyledger.command.rule.ExpectedVersions;
import io.keyledger.command.rule.Fields;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** Change name, description or permissions of a role; what is null stays. */
public record EditRole(
        String workspace,
        UUID roleId,
        @Nullable String name,
        @Nullable String description,
        @Nullable List<String> permissions,
        @Nullable ExpectedVersions expectedVersion)
        implements RoleCommand {

    public EditRole {
        name = name == null ? null : Fields.name("name", name);
        description = description == null ? null : Fields.description("description", description);
        permissions = permissions == null ? null : Fields.permissions("permissions", permissions);
    }
}
