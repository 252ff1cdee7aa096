package io.keyledger.command.workspace;

import io.keyledger.shared.event.WorkspaceEvent;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;

import java.util.List;

/** The shell that holds a workspace's display name between events. */
class Workspace {

    @AggregateIdentifier private String stream;
    private String name = "";

    Workspace() {}

    Workspace(List<WorkspaceEvent> events) {
        apply(events);
    }

    final void apply(List<WorkspaceEvent> events) {
        events.forEach(AggregateLifecycle::apply);
    }

    String name() {
        return name;
    }

    @EventSourcingHandler
    void on(WorkspaceEvent event) {
        stream = stream(event.slug());
        name = WorkspaceDecider.evolve(name, event);
    }

    static String stream(String slug) {
        return "workspace:" + slug;
    }
}
