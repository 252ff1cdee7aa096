package io.keyledger.query.audit;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a filter as a query of changes says it, of rows that are called {@code c}.
 *
 * @param name of its parameter
 * @param condition that a row must meet
 * @param alone by which indexes all that meet it are found in order, if it is the only part; none
 *     if by no index
 * @param amongOthers the same if there are other parts, too
 */
record ChangePart(
        String name, Object value, String condition, List<Branch> alone, List<Branch> amongOthers) {

    /** More are not looked up one by one. */
    private static final int MOST_TERMS = 200;

    private static final String THING = ChangedThings.thing("c");
    private static final String POLICY = "coalesce(c.before ->> 'policy', c.after ->> 'policy')";

    /**
     * Rows that an index finds in order.
     *
     * @param over a table; each of its rows has an order of its own
     */
    record Branch(@Nullable String over, String condition) {}

    ChangePart {
        alone = List.copyOf(alone);
        amongOthers = List.copyOf(amongOthers);
    }

    /** Those that a filter has; the first is the best to find changes by. */
    static List<ChangePart> of(
            @Nullable String workspace, AuditFilter filter, @Nullable Set<Long> addresses) {
        return Stream.of(
                        indexed("key", filter.key(), "c.key_id = :key"),
                        indexed("user", filter.user(), "c.service_user_id = :user"),
                        indexed("subject", filter.subject(), THING + " = :subject"),
                        indexed(
                                "policy",
                                text(filter.policy()),
                                THING + " = :policy",
                                POLICY + " = :policy"),
                        addresses(addresses),
                        indexed("actor", filter.actor(), "c.actor_id = :actor"),
                        type(workspace, filter.type()),
                        text(workspace, filter.q()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<ChangePart> indexed(
            String name, @Nullable Object value, String... conditions) {
        List<Branch> branches =
                Arrays.stream(conditions).map(condition -> new Branch(null, condition)).toList();
        String any = Arrays.stream(conditions).collect(Collectors.joining(" OR ", "(", ")"));
        return value == null
                ? List.of()
                : List.of(new ChangePart(name, value, any, branches, branches));
    }

    private static List<ChangePart> addresses(@Nullable Set<Long> refs) {
        if (refs == null) {
            return List.of();
        }
        List<Branch> each =
                List.of(new Branch("unnest(:addresses) AS a (ref)", "c.address = a.ref"));
        return List.of(
                new ChangePart(
                        "addresses",
                        refs.toArray(Long[]::new),
                        "c.address = ANY (:addresses)",
                        refs.size() > MOST_TERMS ? List.of() : each,
                        refs.size() > 1 ? List.of() : each));
    }

    /** By an index of each workspace. */
    private static List<ChangePart> type(@Nullable String workspace, @Nullable String type) {
        if (type == null || workspace != null) {
            return indexed("type", type, "c.type = :type");
        }
        String condition = "c.type = :type";
        Branch each =
                new Branch("ledger.workspace_head w", "c.workspace = w.workspace AND " + condition);
        return List.of(new ChangePart("type", type, condition, List.of(each), List.of()));
    }

    private static List<ChangePart> text(@Nullable String workspace, @Nullable String q) {
        return q == null
                ? List.of()
                : List.of(new ChangePart("q", q, TextSearch.CONDITION, List.of(), List.of()));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
