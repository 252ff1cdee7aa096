package io.keyledger.access.check;

import java.util.Set;
import java.util.UUID;

/**
 * Whose token it is.
 *
 * @param name as the provider says it; personal, and so never printed
 * @param workspaces those in which the person has groups
 */
public record PersonHolder(UUID id, String name, String workspace, Set<String> workspaces)
        implements Holder {

    public PersonHolder {
        workspaces = Set.copyOf(workspaces);
    }

    @Override
    public String callerId() {
        return id.toString();
    }

    @Override
    public String toString() {
        return "PersonHolder[" + id + "]";
    }
}
