package io.keyledger.command.web;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.keyledger.command.api.ImportPlan;
import io.keyledger.command.api.ImportPlan.Step;
import io.keyledger.command.rule.Rejected;
import io.keyledger.shared.event.ApiRoute;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Answers to imports. */
final class ImportBodies {

    private ImportBodies() {}

    /** What an import does, or did. */
    record Plan(boolean applied, Map<String, Integer> counts, List<Operation> operations) {}

    /**
     * What it does about one route; {@code code} and {@code reason} say why it does nothing.
     *
     * @param id the route's, null while it is only planned to add it
     */
    record Operation(
            String action,
            @Nullable UUID id,
            String method,
            String path,
            @Nullable Requirement before,
            @Nullable Requirement after,
            @Nullable String code,
            @Nullable String reason) {}

    /** What a route requires. */
    record Requirement(
            String path, @Nullable String permission, @JsonProperty("public") boolean open) {}

    static Plan plan(ImportPlan plan, boolean applied) {
        Map<String, Integer> counts = new TreeMap<>();
        plan.steps().forEach(step -> counts.merge(action(step), 1, Integer::sum));
        List<Operation> operations =
                plan.steps().stream().map(step -> operation(step, applied)).toList();
        return new Plan(applied, counts, operations);
    }

    private static Operation operation(Step step, boolean applied) {
        Rejected refusal = step.refusal();
        ApiRoute known = step.before() == null && applied ? step.after() : step.before();
        return new Operation(
                action(step),
                known == null ? null : known.routeId(),
                step.method(),
                step.path(),
                requirement(step.before()),
                requirement(step.after()),
                refusal == null ? null : refusal.code().code(),
                refusal == null ? step.unsupported() : refusal.getMessage());
    }

    private static @Nullable Requirement requirement(@Nullable ApiRoute route) {
        return route == null
                ? null
                : new Requirement(route.path(), route.permission(), route.requiresNothing());
    }

    private static String action(Step step) {
        return step.action().name().toLowerCase(Locale.ROOT);
    }
}
