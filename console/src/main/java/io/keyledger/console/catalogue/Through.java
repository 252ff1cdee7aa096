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
        Count count = visitor.client().serviceUsers().count(ws, Map.of("permission", permission));
        return Counted.of(count, "service user") + " that may do " + permission;
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
