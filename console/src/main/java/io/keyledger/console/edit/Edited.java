package io.keyledger.console.edit;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.console.page.Address;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What is edited, as pages about an edit show it.
 *
 * @param page its own, below which the steps of an edit are
 * @param trail filters of the timeline that tell who changed it
 */
public record Edited(UUID id, String name, long version, String page, Map<String, String> trail) {

    /** Of a workspace, by the name of its kind in addresses; its name finds it in the trail. */
    public static Edited of(String ws, String kind, UUID id, String name, long version) {
        return new Edited(
                id, name, version, PATH + "/" + ws + "/" + kind + "/" + id, Map.of("q", name));
    }

    /** Found in the trail by what is surer than its name. */
    public Edited foundBy(Map<String, String> filters) {
        return new Edited(id, name, version, page, filters);
    }

    public String timeline(String ws) {
        Map<String, String> filters = new TreeMap<>(trail);
        filters.put("kind", "change");
        return new Address(PATH + "/" + ws + "/timeline", filters).text();
    }
}
