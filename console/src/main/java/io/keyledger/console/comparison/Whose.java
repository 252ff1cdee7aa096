package io.keyledger.console.comparison;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Whose permissions are compared, and by what the audit trail finds the changes of that one.
 *
 * @param own questions, of which each finds some
 */
public record Whose(UUID id, List<Map<String, String>> own) {

    private static final String SUBJECT = "subject";

    public Whose {
        own = List.copyOf(own);
    }

    public static Whose serviceUser(UUID id) {
        return new Whose(id, List.of(Map.of(SUBJECT, id.toString())));
    }

    public static Whose person(UUID id) {
        return new Whose(
                id,
                Stream.of(
                                "PersonGroupAssigned",
                                "PersonGroupUnassigned",
                                "PersonDisabled",
                                "PersonEnabled")
                        .map(event -> Map.of("type", "person." + event, SUBJECT, id.toString()))
                        .toList());
    }
}
