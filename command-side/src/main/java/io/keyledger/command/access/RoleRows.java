package io.keyledger.command.access;

import io.keyledger.shared.event.RoleEvent;
import io.keyledger.shared.event.RoleEvent.RoleCreated;
import io.keyledger.shared.event.RoleEvent.RoleDeleted;
import io.keyledger.shared.event.RoleEvent.RoleDetailsChanged;
import io.keyledger.shared.event.RoleEvent.RolePermissionsChanged;
import io.keyledger.shared.id.NameKey;

import java.util.List;

/** Rows of {@code access.role}. */
record RoleRows(Writes writes) {

    void write(RoleEvent event, long version, String workspace) {
        switch (event) {
            case RoleCreated created -> insert(created, version, workspace);
            case RoleDetailsChanged changed ->
                    writes.add(
                            "UPDATE access.role SET name = ?, name_key = ?, version = ? WHERE id = ?",
                            changed.after().name(),
                            NameKey.of(changed.after().name()),
                            version,
                            changed.roleId());
            case RolePermissionsChanged changed ->
                    writes.add(
                            "UPDATE access.role SET permissions = ?, version = ? WHERE id = ?",
                            array(changed.after()),
                            version,
                            changed.roleId());
            case RoleDeleted deleted ->
                    writes.add("DELETE FROM access.role WHERE id = ?", deleted.roleId());
        }
    }

    private void insert(RoleCreated created, long version, String workspace) {
        writes.add(
                "INSERT INTO access.role"
                        + " (workspace, id, name, name_key, permissions, built_in, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                workspace,
                created.roleId(),
                created.name(),
                NameKey.of(created.name()),
                array(created.permissions()),
                created.builtIn(),
                version);
    }

    /** As one parameter, not as one for each text. */
    private static Object array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
