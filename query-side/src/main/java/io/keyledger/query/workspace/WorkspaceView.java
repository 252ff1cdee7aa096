package io.keyledger.query.workspace;

import java.time.Instant;

/** A workspace as it is now. */
public record WorkspaceView(
        String slug, String name, long version, Instant createdAt, Instant updatedAt) {

    /** The workspace's id is its slug. */
    public String id() {
        return slug;
    }
}
