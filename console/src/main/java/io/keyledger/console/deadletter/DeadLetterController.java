package io.keyledger.console.deadletter;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.client.api.DeadLetters.Outcome;
import io.keyledger.console.page.Refusal;
import io.keyledger.console.page.Unreadable;
import io.keyledger.console.signin.Visitor;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of parked entries, for operators. */
@Controller
@RequestMapping("/{ws}/dead-letters")
public class DeadLetterController {

    private static final String LIST = "redirect:" + PATH + "/{ws}/dead-letters";

    @ModelAttribute("section")
    String section() {
        return "dead-letters";
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal Visitor visitor,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        model.addAttribute("page", visitor.client().deadLetters().list(cursor));
        return "dead-letters";
    }

    @PostMapping("/{view}/{position}/retry")
    String retry(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String view,
            @PathVariable long position,
            RedirectAttributes next) {
        Refusal.tellNextPage(
                next, () -> told(visitor.client().deadLetters().retry(view, position)));
        return LIST;
    }

    @PostMapping("/{view}/{position}/skip")
    String skip(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String view,
            @PathVariable long position,
            @RequestParam(defaultValue = "") String typed,
            RedirectAttributes next) {
        Refusal.tellNextPage(
                next,
                () -> {
                    Unreadable.unlessTyped(typed, String.valueOf(position));
                    return told(visitor.client().deadLetters().skip(view, position));
                });
        return LIST;
    }

    private static String told(Outcome outcome) {
        String applied = "Entries of the stream applied: " + outcome.applied() + ".";
        return outcome.failedAt() == null
                ? applied
                : "%s It stops again at %d: %s"
                        .formatted(applied, outcome.failedAt(), outcome.cause());
    }
}
