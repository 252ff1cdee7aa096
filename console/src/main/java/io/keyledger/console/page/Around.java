package io.keyledger.console.page;

import io.keyledger.console.ConsoleMount;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

import java.util.Map;

/**
 * What surrounds a page that tells of a fault: the menu that whoever is signed in has everywhere,
 * by what was known last, since the fault may be that nothing can be asked.
 */
final class Around {

    private Around() {}

    static Map<String, Object> of(HttpServletRequest request) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(who.getPrincipal() instanceof Visitor known)) {
            return Map.of();
        }
        Visitor visitor = known.asKnown();
        String[] steps = request.getRequestURI().substring(ConsoleMount.PATH.length()).split("/");
        String asked = steps.length > 1 ? steps[1] : "";
        boolean seen = visitor.workspaces().stream().anyMatch(it -> it.slug().equals(asked));
        String ws = seen ? asked : visitor.home();
        return Map.of(
                "visitor",
                visitor,
                "ws",
                ws,
                "menu",
                Section.menu(visitor, ws),
                "section",
                seen && steps.length > 2 ? steps[2] : "",
                "past",
                false);
    }
}
