package io.keyledger.access.state;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The routes of workspaces that are remembered. */
final class Catalogues {

    private final Map<String, RouteCatalogue> current = new HashMap<>();

    /** Of workspaces where something changed since: most of what they had may be as it was. */
    private final Map<String, RouteCatalogue> former = new HashMap<>();

    /** Loads those of these workspaces that are not remembered. */
    void load(AccessReader reader, List<ServiceUserState> users) throws SQLException {
        Set<String> missing = new HashSet<>();
        users.forEach(user -> missing.add(user.workspace()));
        missing.removeIf(current::containsKey);
        if (missing.isEmpty()) {
            return;
        }
        List<RouteCatalogue> before = new ArrayList<>();
        for (String workspace : missing) {
            RouteCatalogue catalogue = former.remove(workspace);
            if (catalogue != null) {
                before.add(catalogue);
            }
        }
        current.putAll(reader.routes.catalogues(missing, before));
    }

    RouteCatalogue of(String workspace) {
        return current.getOrDefault(workspace, RouteCatalogue.EMPTY);
    }

    void changed(String workspace) {
        RouteCatalogue catalogue = current.remove(workspace);
        if (catalogue != null) {
            former.put(workspace, catalogue);
        }
    }

    void clear() {
        current.clear();
        former.clear();
    }
}
