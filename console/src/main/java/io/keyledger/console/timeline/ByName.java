package io.keyledger.console.timeline;

import io.keyledger.client.KeyledgerProblem;
import io.keyledger.client.api.ServiceUsers;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.page.Typed;
import io.keyledger.console.signin.Visitor;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Service users by name, also those that are deleted: their entries are still there. To whoever may
 * not see service users, ids are all there is.
 */
record ByName(ServiceUsers users, String ws, boolean isAllowed) {

    private static final String DELETED = "deleted";
    private static final String SHOWN = "10";

    static ByName of(Visitor visitor, String ws) {
        return new ByName(
                visitor.client().serviceUsers(), ws, visitor.may("service-users:view", ws));
    }

    /** What that id stands for; the id itself where nobody knows, empty without one. */
    String of(@Nullable String id) {
        if (id == null || !isAllowed || !Typed.isId(id)) {
            return Typed.text(id);
        }
        try {
            return users.get(ws, UUID.fromString(id)).username();
        } catch (KeyledgerProblem problem) {
            if (problem.status() != HttpStatus.NOT_FOUND.value()) {
                throw problem;
            }
            return id;
        }
    }

    /** Those of exactly that name, in whatever case. */
    List<ServiceUser> called(String name) {
        return find("username", name);
    }

    /** Some of those with that text in their name or in what is said of them. */
    List<ServiceUser> like(String text) {
        return text.isEmpty() ? List.of() : find("q", text);
    }

    private List<ServiceUser> find(String filter, String value) {
        if (!isAllowed) {
            return List.of();
        }
        Map<String, String> asked = new TreeMap<>(Map.of(filter, value, "limit", SHOWN));
        List<ServiceUser> found = new ArrayList<>(users.list(ws, asked).items());
        asked.put("status", DELETED);
        found.addAll(users.list(ws, asked).items());
        return found;
    }
}
