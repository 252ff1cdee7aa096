package io.keyledger.query.current;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.consistency.ViewsAt;
import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.Conditions;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/**
 * Which state of the directory a read is of.
 *
 * @param then a moment that has passed; null for the state that is still so
 */
public record AsOf(ViewsAt.@Nullable Moment then) {

    public static final AsOf NOW = new AsOf(null);

    private static final Pattern ALIAS = Pattern.compile("\\{(\\w+)}");
    private static final Pattern VERSION = Pattern.compile("\\{version:(\\w+)}");

    /** A valid row's own version goes on with its stream until it is followed by another row. */
    private static final String VERSION_THEN =
            """
            (SELECT d.%2$s FROM store.domain_event d
               JOIN ledger.entry e ON e.global_index = d.global_index
              WHERE d.stream = %1$s.id::text AND e.position <= :position
              ORDER BY d.sequence DESC LIMIT 1) AS %3$s""";

    public boolean isPast() {
        return then != null;
    }

    /**
     * The query, in which each alias in braces becomes the condition that its row is valid, {@code
     * {clock}} what times in rows are compared with, and {@code {version:alias}} the columns
     * version and updated_at of a row's stream.
     */
    public String in(String sql) {
        String timed = sql.replace("{clock}", clock());
        String versioned = VERSION.matcher(timed).replaceAll(match -> version(match.group(1)));
        return ALIAS.matcher(versioned).replaceAll(match -> valid(match.group(1)));
    }

    private String version(String alias) {
        return then == null
                ? "%1$s.version, %1$s.updated_at".formatted(alias)
                : VERSION_THEN.formatted(alias, "sequence", "version")
                        + ", "
                        + VERSION_THEN.formatted(alias, "occurred_at", "updated_at");
    }

    /** The condition that a row of that alias is valid. */
    public String valid(String alias) {
        return then == null ? alias + "." + Reads.NOW : Reads.at(alias);
    }

    private String clock() {
        return then == null ? "statement_timestamp()" : ":at";
    }

    /**
     * Uses are counted up to now alone: what is asked of them is not asked of the past.
     *
     * @throws ApiProblem 400 if it is
     */
    public void refuseInThePast(String field, @Nullable Object given) {
        if (isPast() && given != null) {
            throw ApiProblem.invalid(
                    field,
                    field
                            + " is not asked together with at: uses are counted up to now alone;"
                            + " the audit trail has each of them");
        }
    }

    /** The same conditions, with the parameters that the others need. */
    public Conditions bind(Conditions where) {
        return then == null
                ? where
                : where.set("position", then.position()).set("at", Columns.atUtc(then.at()));
    }
}
