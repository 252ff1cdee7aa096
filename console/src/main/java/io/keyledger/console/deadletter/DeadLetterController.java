package io.keyledger.console.deadletter;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.client.api.DeadLetters;
import io.keyledger.client.api.DeadLetters.DeadLetter;
import io.keyledger.client.api.DeadLetters.Outcome;
import io.keyledger.console.listing.Listed;
import io.keyledger.console.listing.Listing;
import io.keyledger.console.listing.Listing.Column;
import io.keyledger.console.listing.Search;
import io.keyledger.console.page.Refusal;
import io.keyledger.console.page.Unreadable;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletRequest;

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

import java.util.List;
import java.util.Map;

/** The list of parked entries, for operators. */
@Controller
@RequestMapping("/{ws}/dead-letters")
public class DeadLetterController {

    private static final Listing LISTING =
            Listing.inOrderOf(
                            Column.of("view", "View and position"),
                            Column.of("type", "Entry"),
                            Column.of("workspace", "Workspace"),
                            Column.latestFirst("parkedAt", "Parked"),
                            Column.latestFirst("triedAt", "Tried"),
                            Column.latestFirst("attempts", "Times"))
                    .field("q", "text")
                    .field("state", "state")
                    .filter("view", "view")
                    .filter("workspace", "workspace")
                    .filter("type", "entry");
    private static final String LIST = "redirect:" + PATH + "/{ws}/dead-letters";

    @ModelAttribute("section")
    String section() {
        return "dead-letters";
    }

    @GetMapping
    String list(@AuthenticationPrincipal Visitor visitor, HttpServletRequest request, Model model) {
        DeadLetters letters = visitor.client().deadLetters();
        List<DeadLetter> found =
                new Listed<>(letters::find, letters::count)
                        .show(Search.of(LISTING, request), Map.of(), model);
        model.addAttribute("rows", found.stream().map(Row::of).toList());
        model.addAttribute("mayManage", true);
        return Listed.view("dead-letters", request);
    }

    @PostMapping("/{view}/{position}/retry")
    String retry(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String view,
            @PathVariable long position,
            HttpServletRequest request,
            RedirectAttributes next) {
        Refusal.tellNextPage(
                next, () -> told(visitor.client().deadLetters().retry(view, position)));
        return sameList(request, next);
    }

    @PostMapping("/{view}/{position}/skip")
    String skip(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String view,
            @PathVariable long position,
            @RequestParam(defaultValue = "") String typed,
            HttpServletRequest request,
            RedirectAttributes next) {
        Refusal.tellNextPage(
                next,
                () -> {
                    Unreadable.unlessTyped(typed, String.valueOf(position));
                    return told(visitor.client().deadLetters().skip(view, position));
                });
        return sameList(request, next);
    }

    private static String sameList(HttpServletRequest request, RedirectAttributes next) {
        next.addAllAttributes(Search.of(LISTING, request).kept());
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
