package io.keyledger.console.person;

import io.keyledger.console.page.Address;
import io.keyledger.console.page.Typed;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which people are listed, and in which order, as the address of the list says it.
 *
 * @param page the address of the first page
 * @param filters of those that the API knows, the ones in force
 * @param sort as the API knows it; empty for by name
 */
record PersonSearch(Address page, Map<String, String> filters, String sort) {

    private static final String PAGE_SIZE = "50";
    private static final String SORT = "sort";
    private static final String PERMISSION = "permission";

    /** The API's filters, as chips call them. */
    private static final Map<String, String> NAMES = names();

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("name", "Name", false),
                    new Column("status", "Status", false),
                    new Column("lastSignIn", "Last sign-in", true),
                    new Column("createdAt", "First sign-in", true));

    /** A column, and whether one looks for its largest values first. */
    private record Column(String parameter, String text, boolean latestFirst) {}

    /** A filter that is in force, and the address of the list without it. */
    record Chip(String name, String value, String without) {}

    /**
     * The head of a column.
     *
     * @param order {@code ascending} or {@code descending}; null if the list is in another
     * @param address of the list in order of it; the other way round if it is that already
     */
    record Head(String text, @Nullable String order, String address) {}

    static PersonSearch of(Address address) {
        Map<String, String> filters = new LinkedHashMap<>();
        NAMES.keySet().forEach(name -> Typed.put(filters, name, address.parameters().get(name)));
        return new PersonSearch(
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

    /** What has no field of its own, which the form sends along. */
    public Map<String, String> others() {
        Map<String, String> others = new LinkedHashMap<>();
        Typed.put(others, PERMISSION, filters.get(PERMISSION));
        Typed.put(others, SORT, sort);
        return others;
    }

    List<Chip> chips(Map<String, String> known) {
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
    Map<String, Head> heads() {
        Map<String, Head> heads = new TreeMap<>();
        COLUMNS.forEach(column -> heads.put(column.parameter(), head(column)));
        return heads;
    }

    private Head head(Column column) {
        String in = sort.isEmpty() ? COLUMNS.getFirst().parameter() : sort;
        boolean ascending = in.equals(column.parameter());
        boolean descending = in.equals("-" + column.parameter());
        boolean turned = ascending || column.latestFirst() && !descending;
        return new Head(
                column.text(),
                ascending ? "ascending" : descending ? "descending" : null,
                page.with(SORT, (turned ? "-" : "") + column.parameter()).text());
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("q", "text");
        names.put("status", "status");
        names.put("group", "group");
        names.put(PERMISSION, "may");
        return names;
    }
}
