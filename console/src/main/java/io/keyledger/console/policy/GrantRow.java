package io.keyledger.console.policy;

import io.keyledger.client.api.Policies.Condition;
import io.keyledger.client.api.Policies.Grant;
import io.keyledger.client.api.Policies.Resources;
import io.keyledger.console.page.Typed;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** A granted role as a row of the form, with the conditions on its resources as rows within. */
record GrantRow(
        @Nullable UUID role, @Nullable String match, @Nullable List<ConditionRow> conditions) {

    static final GrantRow EMPTY = new GrantRow(null, "all", List.of());

    /**
     * A condition on resources.
     *
     * @param values one a line
     */
    record ConditionRow(
            @Nullable String attribute, @Nullable String operator, @Nullable String values) {

        static final ConditionRow EMPTY = new ConditionRow("", "=", "");

        static ConditionRow of(Condition condition) {
            return new ConditionRow(
                    condition.attribute(), condition.operator(), Typed.lines(condition.values()));
        }

        boolean isEmpty() {
            return Typed.text(attribute).isEmpty() && Typed.text(values).isEmpty();
        }

        ConditionRow tidy() {
            return new ConditionRow(
                    Typed.text(attribute), Typed.text(operator), Typed.lines(Typed.lines(values)));
        }

        String told() {
            return "%s %s %s"
                    .formatted(
                            Typed.text(attribute),
                            Typed.text(operator),
                            String.join(", ", Typed.lines(values)));
        }

        Condition condition() {
            return new Condition(Typed.text(attribute), Typed.text(operator), Typed.lines(values));
        }
    }

    static GrantRow of(Grant grant) {
        Resources resources = grant.resources();
        return resources == null
                ? new GrantRow(grant.role(), "all", List.of())
                : new GrantRow(
                        grant.role(),
                        resources.match(),
                        resources.conditions().stream().map(ConditionRow::of).toList());
    }

    /** Those that there are, and one to be filled. */
    public List<ConditionRow> conditionRows() {
        return Rows.andOne(filled(), ConditionRow.EMPTY);
    }

    boolean isEmpty() {
        return role == null;
    }

    GrantRow tidy() {
        List<ConditionRow> wanted = filled().stream().map(ConditionRow::tidy).toList();
        return new GrantRow(role, wanted.isEmpty() ? "all" : matched(), wanted);
    }

    /** By nothing if it is empty. */
    String told(Map<String, String> names) {
        return role == null ? "" : names.getOrDefault(role.toString(), role.toString()) + where();
    }

    /** On which resources, for the end of a sentence; nothing for all. */
    public String where() {
        String conditions =
                filled().stream()
                        .map(ConditionRow::told)
                        .collect(Collectors.joining(matched().equals("any") ? " or " : " and "));
        return conditions.isEmpty() ? "" : " where " + conditions;
    }

    static String where(Resources resources) {
        List<ConditionRow> conditions =
                resources.conditions().stream().map(ConditionRow::of).toList();
        return new GrantRow(null, resources.match(), conditions).where();
    }

    UUID roleId() {
        return Objects.requireNonNull(role);
    }

    private String matched() {
        return Objects.requireNonNullElse(match, "all");
    }

    /** For all resources, unless there are conditions. */
    Grant grant() {
        List<Condition> wanted = filled().stream().map(ConditionRow::condition).toList();
        return new Grant(roleId(), wanted.isEmpty() ? null : new Resources(matched(), wanted));
    }

    private List<ConditionRow> filled() {
        return Rows.filled(conditions, ConditionRow::isEmpty);
    }
}
