package io.keyledger.console.comparison;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Whose permissions are compared, and by what the audit trail finds the changes of that one.
 *
 * @param own filters, of which each finds some
 */
public record Whose(UUID id, List<Filter> own) {

    record Filter(String name, String value) {}

    public Whose {
        own = List.copyOf(own);
    }

    public static Whose serviceUser(UUID id) {
        return new Whose(id, List.of(new Filter("user", id.toString())));
    }

    public static Whose person(UUID id) {
        return new Whose(
                id,
                Stream.of(
                                "PersonGroupAssigned",
                                "PersonGroupUnassigned",
                                "PersonDisabled",
                                "PersonEnabled")
                        .map(event -> new Filter("type", "person." + event))
                        .toList());
    }
}
