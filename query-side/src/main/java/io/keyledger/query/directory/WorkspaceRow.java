package io.keyledger.query.directory;

import java.time.Instant;

record WorkspaceRow(String name, Instant createdAt) {

    WorkspaceRow named(String other) {
        return new WorkspaceRow(other, createdAt);
    }
}
