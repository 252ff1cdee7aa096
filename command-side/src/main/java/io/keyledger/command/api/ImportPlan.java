package io.keyledger.command.api;

import io.keyledger.command.rule.Rejected;
import io.keyledger.shared.event.ApiEvent;
import io.keyledger.shared.event.ApiRoute;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What an import does, route by route, and the events that say so. */
public record ImportPlan(List<Step> steps, List<ApiEvent> events) {

    /** What is done about one route. */
    public enum Action {
        ADD,
        CHANGE,
        UNCHANGED,
        REMOVE,
        CONFLICT,
        UNSUPPORTED
    }

    /**
     * One route of the document, or one that it does not have.
     *
     * @param refusal why it cannot be saved, of a conflict
     * @param unsupported why it cannot be a route, of what is not supported
     */
    public record Step(
            Action action,
            String method,
            String path,
            @Nullable ApiRoute before,
            @Nullable ApiRoute after,
            @Nullable Rejected refusal,
            @Nullable String unsupported) {}

    public ImportPlan {
        steps = List.copyOf(steps);
        events = List.copyOf(events);
    }

    /** All of it is done or nothing: the first conflict is why nothing is. */
    void mustBeFreeOfConflicts() {
        for (Step step : steps) {
            Rejected refusal = step.refusal();
            if (refusal != null) {
                throw new Rejected(
                        refusal.code(),
                        "nothing was imported, for %s %s: %s"
                                .formatted(step.method(), step.path(), refusal.getMessage()));
            }
        }
    }
}
