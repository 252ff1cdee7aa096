package io.keyledger.console.listing;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a list can be asked for, as the API calls it.
 *
 * @param filters by their parameters, as chips call them
 * @param fields the filters that have a field of their own above the list
 * @param columns that it can be in order of, the usual one first
 */
public record Listing(Map<String, String> filters, Set<String> fields, List<Column> columns) {

    /**
     * A column.
     *
     * @param parameter what the API calls it
     * @param latestFirst whether one looks for its largest values first
     */
    public record Column(String parameter, String text, boolean latestFirst) {

        public static Column of(String parameter, String text) {
            return new Column(parameter, text, false);
        }

        public static Column latestFirst(String parameter, String text) {
            return new Column(parameter, text, true);
        }
    }

    public Listing {
        columns = List.copyOf(columns);
    }

    public static Listing inOrderOf(Column... columns) {
        return new Listing(Map.of(), Set.of(), List.of(columns));
    }

    /** The same with a filter that addresses alone know. */
    public Listing filter(String parameter, String name) {
        Map<String, String> more = new LinkedHashMap<>(filters);
        more.put(parameter, name);
        return new Listing(more, fields, columns);
    }

    /** The same with a filter that has a field. */
    public Listing field(String parameter, String name) {
        Set<String> more = new LinkedHashSet<>(fields);
        more.add(parameter);
        return new Listing(filters, more, columns).filter(parameter, name);
    }
}
