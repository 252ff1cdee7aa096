package io.keyledger.console.listing;

import io.keyledger.console.page.Address;

import org.jspecify.annotations.Nullable;

/**
 * The head of a column that a list can be in order of.
 *
 * @param order {@code ascending} or {@code descending}; null if the list is in another
 * @param address of the list in order of it; the other way round if it is that already
 */
public record Sorting(String text, @Nullable String order, String address) {

    static Sorting of(Listing.Column column, String sort, Address page) {
        boolean ascending = sort.equals(column.parameter());
        boolean descending = sort.equals("-" + column.parameter());
        boolean turned = ascending || column.latestFirst() && !descending;
        return new Sorting(
                column.text(),
                ascending ? "ascending" : descending ? "descending" : null,
                page.with("sort", (turned ? "-" : "") + column.parameter()).text());
    }
}
