package io.keyledger.command.access;

import io.keyledger.shared.event.WorkspaceEvent;
import io.keyledger.shared.event.WorkspaceEvent.PersonalValuesErased;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceRenamed;

/** Rows of {@code access.workspace}. */
record WorkspaceRows(Writes writes) {

    void write(WorkspaceEvent event, long version) {
        switch (event) {
            case WorkspaceCreated created ->
                    writes.add(
                            "INSERT INTO access.workspace (slug, name, version) VALUES (?, ?, ?)",
                            created.slug(),
                            created.name(),
                            version);
            case WorkspaceRenamed renamed ->
                    writes.add(
                            "UPDATE access.workspace SET name = ?, version = ? WHERE slug = ?",
                            renamed.after(),
                            version,
                            renamed.slug());
            case PersonalValuesErased erased ->
                    writes.add(
                            "UPDATE access.workspace SET version = ? WHERE slug = ?",
                            version,
                            erased.slug());
        }
    }
}
