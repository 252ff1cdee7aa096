package io.keyledger.query.audit;

import io.keyledger.query.audit.ChangePart.Branch;
import io.keyledger.query.paging.Conditions;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The query for the changes that pass a filter, newest first. One part of the filter finds them by
 * an index; if there are others, only so many of those it finds are looked at.
 *
 * @param workspace null for all
 * @param by where to find changes
 * @param parts of the filter, all of them
 * @param others what is left of them
 */
record ChangeQuery(
        @Nullable String workspace,
        AuditFilter filter,
        List<Branch> by,
        List<ChangePart> parts,
        List<ChangePart> others) {

    static final String SELECT =
            "SELECT c.*, e.ledgered_at FROM %s c JOIN ledger.entry e ON e.position = c.entry >> 20";

    private static final List<Branch> ANY = List.of(new Branch(null, "TRUE"));
    private static final String NEWEST = " ORDER BY c.entry DESC LIMIT ";

    /**
     * @param addresses references of which one must be to the source address
     */
    static ChangeQuery of(
            @Nullable String workspace, AuditFilter filter, @Nullable Set<Long> addresses) {
        List<ChangePart> parts = ChangePart.of(workspace, filter, addresses);
        boolean single = parts.size() == 1;
        for (ChangePart part : parts) {
            List<Branch> by = single ? part.alone() : part.amongOthers();
            if (!by.isEmpty()) {
                List<ChangePart> others = parts.stream().filter(each -> each != part).toList();
                return new ChangeQuery(workspace, filter, by, parts, others);
            }
        }
        return new ChangeQuery(workspace, filter, ANY, parts, parts);
    }

    /** Whether changes are looked at that may not pass. */
    boolean looks() {
        return !others.isEmpty();
    }

    /**
     * Entries before that one, no more than so many.
     *
     * @param most how many are looked at
     */
    String sql(Conditions where, long before, int fetch, int most) {
        String found = found(where, before, looks() ? most : fetch);
        where.set("fetch", fetch);
        String passing =
                others.stream()
                        .map(part -> " AND " + part.condition())
                        .collect(Collectors.joining("", "TRUE", ""));
        String rows = "(SELECT * FROM %s AS c WHERE %s%s:fetch)".formatted(found, passing, NEWEST);
        return SELECT.formatted(rows) + NEWEST + ":fetch";
    }

    /** Which entry is looked at last, if there are so many. */
    String last(Conditions where, long before, int most) {
        return "SELECT c.entry FROM %s AS c ORDER BY c.entry DESC OFFSET :most - 1 LIMIT 1"
                .formatted(found(where, before, most));
    }

    private String found(Conditions where, long before, int most) {
        where.set("most", most).and("c.entry < :before", "before", before);
        new TimeBounds(filter, "views.audit_hour_v1", workspace == null ? null : ":ws").add(where);
        where.and("c.workspace = :ws", "ws", workspace);
        parts.forEach(part -> where.set(part.name(), part.value()));
        return by.stream()
                .map(branch -> found(branch, where.sql()))
                .collect(
                        Collectors.joining(
                                " UNION ALL ", "(SELECT * FROM (", ") AS c" + NEWEST + ":most)"));
    }

    private static String found(Branch branch, String where) {
        String rows =
                "(SELECT c.* FROM views.audit_change_v1 c WHERE %s AND %s%s:most)"
                        .formatted(branch.condition(), where, NEWEST);
        return branch.over() == null
                ? rows
                : "(SELECT c.* FROM " + branch.over() + " CROSS JOIN LATERAL " + rows + " AS c)";
    }
}
