package io.keyledger.command.workspace;

import io.keyledger.access.journal.PersonalValue;
import io.keyledger.command.grant.GuardedCommand;
import io.keyledger.command.rule.ExpectedVersions;
import io.keyledger.command.rule.Fields;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What can be asked of a workspace. */
public sealed interface WorkspaceCommand extends GuardedCommand {

    @Override
    default String requiredPermission() {
        return "workspaces:manage";
    }

    /** Create a workspace with its built-in roles, groups and policies. */
    record CreateWorkspace(String workspace, String name) implements WorkspaceCommand {

        public CreateWorkspace {
            workspace = Fields.slug("slug", workspace);
            name = Fields.name("name", name);
        }
    }

    /** Give a workspace another display name. */
    record RenameWorkspace(
            String workspace, String name, @Nullable ExpectedVersions expectedVersion)
            implements WorkspaceCommand {

        public RenameWorkspace {
            name = Fields.name("name", name);
        }
    }

    /**
     * Make values that records refer to unreadable for ever, in all records of the workspace.
     *
     * @param values each of this workspace
     */
    record ErasePersonalValues(String workspace, List<PersonalValue> values)
            implements WorkspaceCommand {

        static final int MOST = 100;

        public ErasePersonalValues {
            values = List.copyOf(values);
            if (values.isEmpty() || values.size() > MOST) {
                throw Fields.invalid("values", "must be 1 to " + MOST);
            }
        }

        @Override
        public String requiredPermission() {
            return "personal-values:erase";
        }
    }
}
