package io.keyledger.shared.policy;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.List;

/** Some resources: those for which all, or any, of these conditions hold. */
public record ResourceScope(Match match, List<AttributeCondition> conditions) {

    /** How many of the conditions must hold. */
    public enum Match {
        @JsonProperty("all")
        ALL,
        @JsonProperty("any")
        ANY
    }

    public ResourceScope {
        conditions = List.copyOf(conditions);
    }

    /** Without a condition, no resource is covered. */
    public boolean covers(Resource resource) {
        return switch (match) {
            case ALL ->
                    !conditions.isEmpty()
                            && conditions.stream().allMatch(condition -> condition.holds(resource));
            case ANY -> conditions.stream().anyMatch(condition -> condition.holds(resource));
        };
    }
}
