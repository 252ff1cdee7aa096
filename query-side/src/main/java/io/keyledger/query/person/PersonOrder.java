package io.keyledger.query.person;

import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.Filters;
import io.keyledger.query.paging.PageRequest;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In which order people are listed within their workspace; names, then ids, decide among equal
 * ones. A cursor says who was last and not by which name, which could not be erased there: the
 * place is looked up among the rows, which keep everybody who ever was in one.
 */
record PersonOrder(By by, boolean descending) {

    /** Of how many parts a place is in a cursor. */
    static final int PARTS = 2;

    private static final List<String> ALL =
            Arrays.stream(By.values())
                    .flatMap(by -> Stream.of(by.parameter, "-" + by.parameter))
                    .toList();

    /** What the order goes by. */
    enum By {
        NAME("name", "name_key"),
        CREATED("createdAt", "created_at"),
        LAST_SIGN_IN("lastSignIn", "coalesce(last_sign_in, '-infinity')"),
        STATUS("status", "status");

        private final String parameter;
        private final String column;

        By(String parameter, String column) {
            this.parameter = parameter;
            this.column = column;
        }
    }

    static PersonOrder read(@Nullable String sort) {
        String known = Objects.requireNonNullElse(Filters.oneOf("sort", sort, ALL), "name");
        boolean descending = known.startsWith("-");
        String name = descending ? known.substring(1) : known;
        return new PersonOrder(
                Arrays.stream(By.values())
                        .filter(each -> each.parameter.equals(name))
                        .findFirst()
                        .orElseThrow(),
                descending);
    }

    /** The columns to order by, each in the same direction. */
    String columns() {
        String end = descending ? " DESC" : "";
        return parts().stream().map(part -> part + end).collect(Collectors.joining(", "));
    }

    /** Only rows behind the request's cursor, of rows that are called {@code u}. */
    void after(PageRequest request, Conditions where) {
        if (!request.isFirst()) {
            String place = String.join(", ", parts());
            where.and(
                            "(%1$s) %2$s (SELECT %1$s FROM u WHERE workspace = :afterWorkspace AND id = :afterId)"
                                    .formatted(place, descending ? "<" : ">"))
                    .set("afterWorkspace", request.after().get(0))
                    .set("afterId", UUID.fromString(request.after().get(1)));
        }
    }

    /** A row's place in the list, as a cursor keeps it. */
    static String[] place(PersonView row) {
        return new String[] {row.workspace(), row.id().toString()};
    }

    private List<String> parts() {
        return by == By.NAME
                ? List.of("workspace", "name_key", "id")
                : List.of("workspace", by.column, "name_key", "id");
    }
}
