package io.keyledger.query.paging;

/**
 * What rows are put in order by.
 *
 * @param parameter what it is called in {@code sort}
 * @param sql its expression, which is never null; an alias in braces stands for the condition that
 *     its row is valid
 * @param type of the expression
 */
public record SortKey(String parameter, String sql, String type) {

    public static SortKey text(String parameter, String sql) {
        return new SortKey(parameter, sql, "text");
    }

    public static SortKey number(String parameter, String sql) {
        return new SortKey(parameter, sql, "bigint");
    }

    public static SortKey time(String parameter, String sql) {
        return new SortKey(parameter, sql, "timestamptz");
    }

    /** When rows of that alias came to be, as the API calls it. */
    public static SortKey created(String alias) {
        return time("createdAt", alias + ".created_at");
    }
}
