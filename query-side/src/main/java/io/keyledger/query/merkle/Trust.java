package io.keyledger.query.merkle;

import java.util.HashSet;
import java.util.Set;

/** What this process has looked at once since it began. For one thread. */
final class Trust {

    private final Set<String> whole = new HashSet<>();
    private boolean kept;

    /** Whether that log's stored tree is known to be the one that its frontier is of. */
    boolean has(String workspace) {
        return whole.contains(workspace);
    }

    void add(String workspace) {
        whole.add(workspace);
    }

    void remove(String workspace) {
        whole.remove(workspace);
    }

    /** Whether what is kept outside was compared with the workspaces that there are. */
    boolean hasSeenKept() {
        return kept;
    }

    void seenKept() {
        kept = true;
    }
}
