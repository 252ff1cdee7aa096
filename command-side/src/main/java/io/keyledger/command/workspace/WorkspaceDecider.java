package io.keyledger.command.workspace;

import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.command.workspace.WorkspaceCommand.CreateWorkspace;
import io.keyledger.command.workspace.WorkspaceCommand.ErasePersonalValues;
import io.keyledger.command.workspace.WorkspaceCommand.RenameWorkspace;
import io.keyledger.shared.event.WorkspaceEvent;
import io.keyledger.shared.event.WorkspaceEvent.PersonalValuesErased;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceRenamed;

import java.util.List;

/** The rules of workspaces. */
final class WorkspaceDecider {

    private WorkspaceDecider() {}

    static List<WorkspaceEvent> decide(CreateWorkspace command, boolean exists) {
        if (exists) {
            throw new Rejected(
                    RejectionCode.WORKSPACE_TAKEN,
                    "there is a workspace " + command.workspace() + " already",
                    "slug");
        }
        return List.of(new WorkspaceCreated(command.workspace(), command.name()));
    }

    static List<WorkspaceEvent> decide(String name, RenameWorkspace command) {
        return name.equals(command.name())
                ? List.of()
                : List.of(new WorkspaceRenamed(command.workspace(), name, command.name()));
    }

    /** Nothing is to be told of values that were not there, or are erased already. */
    static List<WorkspaceEvent> decide(ErasePersonalValues command, List<Long> erased) {
        return erased.isEmpty()
                ? List.of()
                : List.of(new PersonalValuesErased(command.workspace(), erased));
    }

    static String evolve(String name, WorkspaceEvent event) {
        return switch (event) {
            case WorkspaceCreated created -> created.name();
            case WorkspaceRenamed renamed -> renamed.after();
            case PersonalValuesErased _ -> name;
        };
    }
}
