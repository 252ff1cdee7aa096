package io.keyledger.command.access;

import io.keyledger.shared.event.RoleEvent;
import io.keyledger.shared.event.RoleEvent.RoleCreated;
import io.keyledger.shared.event.RoleEvent.RoleDeleted;
import io.keyledger.shared.event.RoleEvent.RoleDetailsChanged;
import io.keyledger.shared.event.RoleEvent.RolePermissionsChanged;
import io.keyledger.shared.id.NameKey;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

/** Rows of {@code access.role}. */
record RoleRows(JdbcClient jdbc) {

    void write(RoleEvent event, long version, String workspace) {
        switch (event) {
            case RoleCreated created -> insert(created, version, workspace);
            case RoleDetailsChanged changed ->
                    jdbc.sql(
                                    "UPDATE access.role SET name = ?, name_key = ?, version = ? WHERE id = ?")
                            .params(
                                    changed.after().name(),
                                    NameKey.of(changed.after().name()),
                                    version,
                                    changed.roleId())
                            .update();
            case RolePermissionsChanged changed ->
                    jdbc.sql("UPDATE access.role SET permissions = ?, version = ? WHERE id = ?")
                            .params(array(changed.after()), version, changed.roleId())
                            .update();
            case RoleDeleted deleted ->
                    jdbc.sql("DELETE FROM access.role WHERE id = ?")
                            .params(deleted.roleId())
                            .update();
        }
    }

    private void insert(RoleCreated created, long version, String workspace) {
        jdbc.sql(
                        "INSERT INTO access.role"
                                + " (workspace, id, name, name_key, permissions, built_in, version)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        workspace,
                        created.roleId(),
                        created.name(),
                        NameKey.of(created.name()),
                        array(created.permissions()),
                        created.builtIn(),
                        version)
                .update();
    }

    /** As one parameter, not as one for each text. */
    private static Object array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
