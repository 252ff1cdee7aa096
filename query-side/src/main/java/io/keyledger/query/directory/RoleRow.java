package io.keyledger.query.directory;

import io.keyledger.shared.event.NameAndDescription;

import java.time.Instant;
import java.util.List;

record RoleRow(
        String workspace,
        NameAndDescription details,
        List<String> permissions,
        boolean builtIn,
        Instant createdAt) {

    RoleRow {
        permissions = List.copyOf(permissions);
    }

    RoleRow with(NameAndDescription other) {
        return new RoleRow(workspace, other, permissions, builtIn, createdAt);
    }

    RoleRow with(List<String> other) {
        return new RoleRow(workspace, details, other, builtIn, createdAt);
    }
}
