package io.keyledger.query.directory;

import io.keyledger.shared.event.NameAndDescription;

import java.time.Instant;

record UserGroupRow(
        String workspace, NameAndDescription details, boolean builtIn, Instant createdAt) {

    UserGroupRow with(NameAndDescription other) {
        return new UserGroupRow(workspace, other, builtIn, createdAt);
    }
}
