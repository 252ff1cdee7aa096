package io.keyledger.command.usergroup;

import io.keyledger.command.rule.ExpectedVersions;
import io.keyledger.command.rule.Fields;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** Change name, description, roles or security policies of a user group; what is null stays. */
public record EditUserGroup(
        String workspace,
        UUID groupId,
        @Nullable String name,
        @Nullable String description,
        @Nullable List<UUID> roles,
        @Nullable List<UUID> policies,
        @Nullable ExpectedVersions expectedVersion)
        implements UserGroupCommand {

    public EditUserGroup {
        name = name == null ? null : Fields.name("name", name);
        description = description == null ? null : Fields.description("description", description);
        roles = roles == null ? null : Fields.ids("roles", roles);
        policies = policies == null ? null : Fields.policies("policies", policies);
    }
}
