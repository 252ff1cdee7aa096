package io.keyledger.console.listing;

import io.keyledger.console.page.Address;
import io.keyledger.console.page.Typed;

import jakarta.servlet.http.HttpServletRequest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is listed, and in which order, as the address of a list says it.
 *
 * @param page the address of the first page
 * @param filters of those that the list knows, the ones in force
 * @param sort as the API knows it; empty for the usual order
 * @param cursor where the part of the list begins; empty for its first
 */
public record Search(
        Listing listing, Address page, Map<String, String> filters, String sort, String cursor) {

    private static final String PAGE_SIZE = "50";
    private static final String SORT = "sort";
    private static final String CURSOR = "cursor";

    /** A filter that is in force, and the address of the list without it. */
    public record Chip(String name, String value, String without) {}

    public static Search of(Listing listing, HttpServletRequest request) {
        return of(listing, Address.of(request));
    }

    public static Search of(Listing listing, Address address) {
        Map<String, String> sent = address.parameters();
        Map<String, String> filters = new LinkedHashMap<>();
        listing.filters().keySet().forEach(name -> Typed.put(filters, name, sent.get(name)));
        return new Search(
                listing,
                address.without(CURSOR),
                filters,
                Typed.text(sent.get(SORT)),
                Typed.text(sent.get(CURSOR)));
    }

    /** What the API is asked for. */
    public Map<String, String> asked() {
        Map<String, String> asked = new TreeMap<>(filters);
        asked.put("limit", PAGE_SIZE);
        Typed.put(asked, SORT, sort);
        Typed.put(asked, CURSOR, cursor);
        return asked;
    }

    public boolean isUnfiltered() {
        return filters.isEmpty();
    }

    public boolean isFirst() {
        return cursor.isEmpty();
    }

    /** The value of a filter, for its field. */
    public String value(String name) {
        return filters.getOrDefault(name, "");
    }

    /** The filters that have no field of their own, which the form sends along. */
    public Map<String, String> others() {
        Map<String, String> others = kept();
        listing.fields().forEach(others::remove);
        return others;
    }

    /** What a form in a row sends along, so that the list is the same after it. */
    public Map<String, String> kept() {
        Map<String, String> kept = new LinkedHashMap<>(filters);
        Typed.put(kept, SORT, sort);
        return kept;
    }

    /** The address of the list without any filter. */
    public String all() {
        Address all = page;
        for (String name : filters.keySet()) {
            all = all.without(name);
        }
        return all.text();
    }

    /**
     * The filters in force.
     *
     * @param names of what values stand for
     */
    public List<Chip> chips(Map<String, String> names) {
        List<Chip> chips = new ArrayList<>();
        filters.forEach(
                (name, value) ->
                        chips.add(
                                new Chip(
                                        listing.filters().getOrDefault(name, name),
                                        names.getOrDefault(value, value),
                                        page.without(name).text())));
        return chips;
    }

    /** The columns that the list can be in order of, by what the API calls them. */
    public Map<String, Sorting> sortings() {
        String in = sort.isEmpty() ? listing.columns().getFirst().parameter() : sort;
        Map<String, Sorting> sortings = new TreeMap<>();
        for (Listing.Column column : listing.columns()) {
            sortings.put(column.parameter(), Sorting.of(column, in, page));
        }
        return sortings;
    }
}
