package io.keyledger.command.access;

import io.keyledger.shared.event.WorkspaceEvent;
import io.keyledger.shared.event.WorkspaceEvent.PersonalValuesErased;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceRenamed;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code access.workspace}. */
record WorkspaceRows(JdbcClient jdbc) {

    void write(WorkspaceEvent event, long version) {
        switch (event) {
            case WorkspaceCreated created ->
                    jdbc.sql("INSERT INTO access.workspace (slug, name, version) VALUES (?, ?, ?)")
                            .params(created.slug(), created.name(), version)
                            .update();
            case WorkspaceRenamed renamed ->
                    jdbc.sql("UPDATE access.workspace SET name = ?, version = ? WHERE slug = ?")
                            .params(renamed.after(), version, renamed.slug())
                            .update();
            case PersonalValuesErased erased ->
                    jdbc.sql("UPDATE access.workspace SET version = ? WHERE slug = ?")
                            .params(version, erased.slug())
                            .update();
        }
    }
}
