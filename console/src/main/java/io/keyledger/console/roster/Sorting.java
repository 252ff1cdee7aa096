package io.keyledger.console.roster;

import io.keyledger.console.page.Address;

import org.jspecify.annotations.Nullable;

/**
 * The head of a column that a list can be in order of.
 *
 * @param order {@code ascending} or {@code descending}; null if the list is in another
 * @param address of the list in order of it; the other way round if it is that already
 */
record Sorting(String text, @Nullable String order, String address) {

    /**
     * A column.
     *
     * @param parameter what the API calls it
     * @param latestFirst whether one looks for its largest values first
     */
    record Column(String parameter, String text, boolean latestFirst) {}

    static Sorting of(Column column, String sort, Address page) {
        String in = sort.isEmpty() ? "username" : sort;
        boolean ascending = in.equals(column.parameter());
        boolean descending = in.equals("-" + column.parameter());
        boolean turned = ascending || column.latestFirst() && !descending;
        return new Sorting(
                column.text(),
                ascending ? "ascending" : descending ? "descending" : null,
                page.with("sort", (turned ? "-" : "") + column.parameter()).text());
    }
}
