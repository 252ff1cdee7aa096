package io.keyledger.console.catalogue;

import io.keyledger.client.api.Count;
import io.keyledger.console.edit.Counted;
import io.keyledger.console.page.Typed;
import io.keyledger.console.signin.Visitor;

import java.util.List;
import java.util.Map;

/** Whom a route lets through, as far as a visitor may see them, in words. */
record Through(Visitor visitor, String ws) {

    String whom(RouteForm route) {
        if (route.needsNothing()) {
            return "everybody who has a good key";
        }
        String permission = Typed.text(route.permission());
        if (permission.isEmpty() || !visitor.may("service-users:view", ws)) {
            return "whoever may do " + permission;
        }
        Map<String, String> holding = Map.of("permission", permission);
        Count users = visitor.client().serviceUsers().count(ws, holding);
        String people =
                visitor.may("people:view", ws)
                        ? and(visitor.client().people().count(ws, holding))
                        : "";
        return Counted.of(users, "service user") + people + " that may do " + permission;
    }

    private static String and(Count people) {
        return people.count() == 0 ? "" : " and " + Counted.of(people, "person", "people");
    }

    /** Of a permission, and whether it is public. */
    static String requires(List<String> values) {
        return values.getLast().isEmpty() ? values.getFirst() : "public";
    }

    /** Of a type, and the variable with the id. */
    static String about(List<String> values) {
        return values.getFirst().isEmpty() && values.getLast().isEmpty()
                ? ""
                : "%s {%s}".formatted(values.getFirst(), values.getLast());
    }
}
