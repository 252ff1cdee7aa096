package io.keyledger.command.upgrade;

import io.keyledger.command.workspace.BuiltIn;
import io.keyledger.command.workspace.BuiltInPolicy;
import io.keyledger.shared.id.NameKey;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what workspaces lack of what new ones are born with. */
@Component
class BuiltInReader {

    private final JdbcClient jdbc;

    BuiltInReader(@Qualifier("commandJdbcClient") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> behind() {
        return jdbc
                .sql("SELECT slug FROM access.workspace ORDER BY slug")
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .filter(slug -> !roles(slug).isEmpty() || !policies(slug).isEmpty())
                .toList();
    }

    /** Built-in roles with other permissions than today's, and these. */
    Map<UUID, List<String>> roles(String workspace) {
        Map<String, List<String>> today = new HashMap<>();
        BuiltIn.of(workspace).forEach(it -> today.put(it.role(), it.permissions()));
        Map<UUID, List<String>> behind = new LinkedHashMap<>();
        jdbc.sql(
                        "SELECT id, name, permissions FROM access.role"
                                + " WHERE workspace = :workspace AND built_in ORDER BY name")
                .param("workspace", workspace)
                .query(
                        row -> {
                            List<String> wanted = today.get(row.getString("name"));
                            String[] has = (String[]) row.getArray("permissions").getArray();
                            if (wanted != null && !wanted.equals(List.of(has))) {
                                behind.put(row.getObject("id", UUID.class), wanted);
                            }
                        });
        return behind;
    }

    /** Built-in policies whose name is free; one that somebody made by that name stays. */
    List<BuiltInPolicy> policies(String workspace) {
        List<String> taken =
                jdbc.sql("SELECT name_key FROM access.security_policy WHERE workspace = :workspace")
                        .param("workspace", workspace)
                        .query((row, _) -> row.getString(1))
                        .list();
        return BuiltInPolicy.ALL.stream()
                .filter(policy -> !taken.contains(NameKey.of(policy.name())))
                .toList();
    }
}
