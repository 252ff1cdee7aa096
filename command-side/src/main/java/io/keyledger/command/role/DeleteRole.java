package io.keyledger.command.role;

import io.keyledger.command.rule.ExpectedVersions;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Delete a role that nobody has. */
public record DeleteRole(String workspace, UUID roleId, @Nullable ExpectedVersions expectedVersion)
        implements RoleCommand {}
