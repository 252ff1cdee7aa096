package io.keyledger.console.comparison;

import io.keyledger.console.directory.Directory;
import io.keyledger.console.page.Address;
import io.keyledger.console.page.Moment;
import io.keyledger.console.page.Typed;
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

import java.util.List;

/** Two moments of a workspace side by side. */
@Controller
public class CompareController {

    private static final int SHOWN = 100;
    private static final String SKIP = "skip";

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
            @RequestParam(defaultValue = "") String skip,
            Moment moment,
            HttpServletRequest request,
            Model model) {
        Moment other = Moment.of(until);
        model.addAttribute("other", other);
        model.addAttribute("kinds", Thing.KINDS);
        model.addAttribute("kind", kind);
        if (moment.isPast() || other.isPast()) {
            List<Differing> found = found(visitor, ws, moment, other, kind, model);
            part(found, Typed.integer(SKIP, skip), Address.of(request), model);
        }
        return "compare";
    }

    /** Always forward in time. */
    private static List<Differing> found(
            Visitor visitor, String ws, Moment one, Moment two, String kind, Model model) {
        boolean turned = two.clock().isBefore(one.clock());
        Moment first = turned ? two : one;
        Moment second = turned ? one : two;
        Between between = Between.of(visitor.client(), ws, first.clock(), second.clock());
        model.addAttribute("first", first.at());
        model.addAttribute("second", second.at());
        model.addAttribute("since", between.since());
        Sides sides = new Sides(ws, first.clock(), second.at(), Directory.names(visitor, ws));
        return sides.of(between.changes()).stream()
                .filter(each -> kind.isEmpty() || kind.equals(each.kind()))
                .toList();
    }

    private static void part(
            List<Differing> found, @Nullable Integer skip, Address page, Model model) {
        int from = Math.clamp(skip == null ? 0 : skip, 0, found.size());
        int to = Math.min(found.size(), from + SHOWN);
        model.addAttribute("count", found.size());
        model.addAttribute("differing", found.subList(from, to));
        model.addAttribute("begin", from == 0 ? null : page.without(SKIP).text());
        model.addAttribute(
                "next", to == found.size() ? null : page.with(SKIP, String.valueOf(to)).text());
    }
}
