package io.keyledger.console.usergroup;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Count;
import io.keyledger.client.api.People.Person;
import io.keyledger.console.serviceuser.Row;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who is in a group, of one kind.
 *
 * @param first some of them, by name
 * @param count how many there are
 */
public record Members<T>(List<T> first, Count count) {

    private static final String SHOWN = "20";

    public Members {
        first = List.copyOf(first);
    }

    static Members<Row> ofServiceUsers(KeyledgerClient client, String ws, UUID group) {
        return new Members<>(
                client.serviceUsers().list(ws, first(group)).items().stream().map(Row::of).toList(),
                client.serviceUsers().count(ws, of(group)));
    }

    static Members<Person> ofPeople(KeyledgerClient client, String ws, UUID group) {
        return new Members<>(
                client.people().list(ws, first(group)).items(),
                client.people().count(ws, of(group)));
    }

    /** Whether there are others than those that are shown. */
    public boolean hasMore() {
        return !count.exact() || count.count() > first.size();
    }

    private static Map<String, String> first(UUID group) {
        return Map.of("group", group.toString(), "limit", SHOWN);
    }

    private static Map<String, String> of(UUID group) {
        return Map.of("group", group.toString());
    }
}
