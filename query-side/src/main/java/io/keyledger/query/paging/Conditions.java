package io.keyledger.query.paging;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** The conditions of a query as they come together. Values are always parameters. */
public final class Conditions {

    private final StringBuilder sql = new StringBuilder("TRUE");
    private final Map<String, Object> parameters = new HashMap<>();

    /** A condition without a parameter. */
    public Conditions and(String condition) {
        sql.append(" AND ").append(condition);
        return this;
    }

    /** A condition on a parameter of that name, left out when there is no value. */
    public Conditions and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            and(condition);
            parameters.put(name, value);
        }
        return this;
    }

    /** All conditions of another, with their parameters. */
    public Conditions and(Conditions others) {
        parameters.putAll(others.parameters);
        return and("(" + others.sql() + ")");
    }

    public Conditions set(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    public String sql() {
        return sql.toString();
    }

    public Map<String, Object> parameters() {
        return parameters;
    }
}
