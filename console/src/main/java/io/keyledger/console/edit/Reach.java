package io.keyledger.console.edit;

import io.keyledger.console.signin.Visitor;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whom a change of a group, role or policy reaches, as far as the visitor may see them. */
public record Reach(List<String> counted) {
    public static Reach of(Visitor visitor, String ws, String filter, UUID id) {
        if (!visitor.may("service-users:view", ws)) {
            return new Reach(List.of());
        }
        return new Reach(
                List.of(
                        Counted.of(
                                visitor.client()
                                        .serviceUsers()
                                        .count(ws, Map.of(filter, id.toString())),
                                "service user")));
    }

    public List<String> sentences(String who) {
        return List.of(who + " at once: " + counted);
    }
}
