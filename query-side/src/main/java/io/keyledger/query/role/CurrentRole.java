package io.keyledger.query.role;

import io.keyledger.query.current.Reads;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The row of a role that is still valid; of those there is one an id. */
@Entity
@Immutable
@Table(schema = "views", name = "role_v1")
@SQLRestriction(Reads.NOW)
class CurrentRole {

    @Id private UUID id;
    private String workspace;
    private String name;
    private String nameKey;
    private String description;
    private List<String> permissions;
    private boolean builtIn;
    private long version;
    private Instant createdAt;
    private Instant updatedAt;

    RoleView view() {
        return new RoleView(
                id,
                name,
                workspace,
                description,
                permissions,
                builtIn,
                version,
                createdAt,
                updatedAt);
    }
}
