package io.keyledger.console.roster;

import io.keyledger.console.directory.Directory;
import io.keyledger.console.page.Address;
import io.keyledger.console.page.Typed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which service users are listed, and in which order, as the address of the list says it.
 *
 * @param page the address of the first page
 * @param filters of those that the API knows, the ones in force
 * @param sort as the API knows it; empty for by name
 */
record Search(Address page, Map<String, String> filters, String sort) {

    private static final String PAGE_SIZE = "50";
    private static final String SORT = "sort";

    /** The API's filters, as chips call them. */
    private static final Map<String, String> NAMES = names();

    private static final List<Sorting.Column> COLUMNS =
            List.of(
                    new Sorting.Column("username", "Username", false),
                    new Sorting.Column("status", "Status", false),
                    new Sorting.Column("lastUsed", "Last used", true),
                    new Sorting.Column("createdAt", "Created", true));

    /** A filter that is in force, and the address of the list without it. */
    record Chip(String name, String value, String without) {}

    static Search of(Address address) {
        Map<String, String> filters = new LinkedHashMap<>();
        NAMES.keySet().forEach(name -> Typed.put(filters, name, address.parameters().get(name)));
        return new Search(
                address.without("cursor"), filters, Typed.text(address.parameters().get(SORT)));
    }

    /** What the API is asked for. */
    Map<String, String> asked(String cursor) {
        Map<String, String> asked = new TreeMap<>(filters);
        asked.put("limit", PAGE_SIZE);
        Typed.put(asked, SORT, sort);
        Typed.put(asked, "cursor", cursor);
        return asked;
    }

    public boolean isUnfiltered() {
        return filters.isEmpty();
    }

    /** The value of a filter, for its field. */
    public String value(String name) {
        return filters.getOrDefault(name, "");
    }

    /** The filters that have no field of their own, which the form sends along. */
    public Map<String, String> others() {
        Map<String, String> others = new LinkedHashMap<>(filters);
        List.of("q", "status", "group", "policy").forEach(others::remove);
        Typed.put(others, SORT, sort);
        return others;
    }

    List<Chip> chips(Directory directory) {
        Map<String, String> known = directory.names();
        List<Chip> chips = new ArrayList<>();
        filters.forEach(
                (name, value) ->
                        chips.add(
                                new Chip(
                                        NAMES.getOrDefault(name, name),
                                        known.getOrDefault(value, value),
                                        page.without(name).text())));
        return chips;
    }

    /** The columns that the list can be in order of, by what the API calls them. */
    Map<String, Sorting> sortings() {
        Map<String, Sorting> sortings = new TreeMap<>();
        COLUMNS.forEach(column -> sortings.put(column.parameter(), Sorting.of(column, sort, page)));
        return sortings;
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("q", "text");
        names.put("status", "status");
        names.put("group", "group");
        names.put("role", "role");
        names.put("policy", "policy");
        names.put("permission", "may");
        names.put("owner", "owner");
        names.put("label", "label");
        names.put("unusedSince", "unused since");
        names.put("expiresBefore", "expires before");
        return names;
    }
}
