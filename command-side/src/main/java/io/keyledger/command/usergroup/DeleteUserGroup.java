package io.keyledger.command.usergroup;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Delete a user group that has no members. */
public record DeleteUserGroup(String workspace, UUID groupId, @Nullable Long expectedVersion)
        implements UserGroupCommand {}
