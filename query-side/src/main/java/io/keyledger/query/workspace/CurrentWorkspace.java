package io.keyledger.query.workspace;

import io.keyledger.query.current.Reads;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;

import java.time.Instant;

/** The row of a workspace that is still valid; of those there is one a slug. */
@Entity
@Immutable
@Table(schema = "views", name = "workspace_v1")
@SQLRestriction(Reads.NOW)
class CurrentWorkspace {

    @Id private String slug;
    private String name;
    private long version;
    private Instant createdAt;
    private Instant updatedAt;

    WorkspaceView view() {
        return new WorkspaceView(slug, name, version, createdAt, updatedAt);
    }
}
