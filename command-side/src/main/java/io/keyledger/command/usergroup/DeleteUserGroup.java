package io.keyledger.command.usergroup;

import io.keyledger.command.rule.ExpectedVersions;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Delete a user group that has no members. */
public record DeleteUserGroup(
        String workspace, UUID groupId, @Nullable ExpectedVersions expectedVersion)
        implements UserGroupCommand {}
