package io.keyledger.console.comparison;

import static java.time.temporal.ChronoUnit.SECONDS;

import io.keyledger.console.directory.Directory;
import io.keyledger.console.page.Address;
import io.keyledger.console.page.Moment;
import io.keyledger.console.page.Section;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Duration;
import java.time.Instant;

/** Two moments of a workspace side by side. */
@Controller
public class CompareController {

    private static final String CURSOR = "cursor";

    @ModelAttribute("section")
    String section() {
        return "compare";
    }

    @GetMapping("/{ws}/compare")
    String compare(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable String cursor,
            Moment moment,
            HttpServletRequest request,
            Model model) {
        Moment other = Moment.of(until);
        String chosen = Thing.KINDS.contains(kind) ? kind : "";
        model.addAttribute("other", other);
        model.addAttribute("kinds", Thing.KINDS);
        model.addAttribute("kind", chosen);
        if (moment.isPast() || other.isPast()) {
            Sides sides = sides(visitor, ws, moment, other, model);
            show(
                    Between.of(visitor.client().audit(), sides, chosen, cursor),
                    Address.of(request),
                    cursor,
                    model);
        }
        model.addAttribute("dayAgo", Instant.now().minus(Duration.ofDays(1)).truncatedTo(SECONDS));
        return "compare";
    }

    /** Always forward in time. */
    private static Sides sides(Visitor visitor, String ws, Moment one, Moment two, Model model) {
        boolean turned = two.clock().isBefore(one.clock());
        Moment first = turned ? two : one;
        Moment second = turned ? one : two;
        model.addAttribute("first", first.at());
        model.addAttribute("second", second.at());
        return new Sides(
                ws,
                first.clock(),
                second.at(),
                Directory.of(visitor, ws).names(),
                page -> Section.opens(visitor, ws, page));
    }

    private static void show(Between between, Address page, @Nullable String cursor, Model model) {
        String next = between.next();
        model.addAttribute("differing", between.differing());
        model.addAttribute("begin", cursor == null ? null : page.without(CURSOR).text());
        model.addAttribute("next", next == null ? null : page.with(CURSOR, next).text());
    }
}
