package io.keyledger.shared.policy;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.List;

/**
 * A condition on one attribute of a resource. Texts are compared as they are, case included; an
 * attribute that was not supplied makes it false.
 *
 * @param attribute {@code type}, {@code id}, or the name of an attribute
 * @param values one, or for {@code in} and {@code starts-with} any of these
 */
public record AttributeCondition(String attribute, Operator operator, List<String> values) {

    /** How an attribute's value is compared. */
    public enum Operator {
        @JsonProperty("=")
        EQUALS,
        @JsonProperty("in")
        IN,
        @JsonProperty("starts-with")
        STARTS_WITH
    }

    public AttributeCondition {
        values = List.copyOf(values);
    }

    boolean holds(Resource resource) {
        String found = resource.value(attribute);
        if (found == null) {
            return false;
        }
        return switch (operator) {
            case EQUALS, IN -> values.contains(found);
            case STARTS_WITH -> values.stream().anyMatch(found::startsWith);
        };
    }
}
