package io.keyledger.query.paging;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * In which order rows are listed: by what they are put together by, most often the workspace, in it
 * by a key, the same way round for what decides among equal ones. Since no two rows are alike in
 * all of that, paging can go on from every row.
 */
public record ListOrder(Sorts sorts, SortKey by, boolean descending) {

    /** As the parameter {@code sort} has it. */
    public String name() {
        return (descending ? "-" : "") + by.parameter();
    }

    /** Of how many parts a row's place is in a cursor. */
    public int size() {
        return parts().size();
    }

    /** The columns to order by. */
    public String columns() {
        String end = descending ? " DESC" : "";
        return parts().stream().map(part -> part.sql() + end).collect(Collectors.joining(", "));
    }

    /** A row's place in the list, as a cursor keeps it. */
    public String place() {
        return parts().stream()
                .map(part -> "(" + part.sql() + ")::text")
                .collect(Collectors.joining(", ", "ARRAY[", "]"));
    }

    /** Only rows behind the request's cursor. */
    public Conditions after(PageRequest request, Conditions where) {
        if (request.isFirst()) {
            return where;
        }
        List<SortKey> parts = parts();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            values.add(":after" + i + "::" + parts.get(i).type());
            where.set("after" + i, request.after().get(i));
        }
        return beyond(String.join(", ", values), where);
    }

    /** Only rows behind the place that an SQL text tells, by the columns of {@link #key()}. */
    public Conditions beyond(String place, Conditions where) {
        String beyond = descending ? "<" : ">";
        return where.and("(%s) %s (%s)".formatted(key(), beyond, place));
    }

    /** The columns that say where a row is, in their order. */
    public String key() {
        return parts().stream().map(SortKey::sql).collect(Collectors.joining(", "));
    }

    private List<SortKey> parts() {
        Set<SortKey> parts = new LinkedHashSet<>(sorts.heads());
        parts.add(by);
        parts.addAll(sorts.ties());
        return List.copyOf(parts);
    }
}
