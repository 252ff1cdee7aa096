package io.keyledger.command.workspace;

import io.keyledger.command.platform.Shell;
import io.keyledger.shared.event.WorkspaceEvent;

import java.util.List;

/** The shell that holds a workspace's display name between events. */
class Workspace extends Shell<WorkspaceEvent, String> {

    Workspace() {
        super("");
    }

    Workspace(List<WorkspaceEvent> events) {
        this();
        apply(events);
    }

    @Override
    protected String streamOf(WorkspaceEvent event) {
        return stream(event.slug());
    }

    @Override
    protected String evolve(String before, WorkspaceEvent event) {
        return WorkspaceDecider.evolve(before, event);
    }

    static String stream(String slug) {
        return "workspace:" + slug;
    }
}
