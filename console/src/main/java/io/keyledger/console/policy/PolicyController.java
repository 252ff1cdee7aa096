package io.keyledger.console.policy;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Policies.Policy;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.listing.Listed;
import io.keyledger.console.listing.Listing;
import io.keyledger.console.listing.Listing.Column;
import io.keyledger.console.listing.Search;
import io.keyledger.console.page.Moment;
import io.keyledger.console.page.Refusal;
import io.keyledger.console.page.Unreadable;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

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
import java.util.UUID;

/** The list of security policies, the form for a new one, and the end of one. */
@Controller
@RequestMapping("/{ws}/policies")
public class PolicyController {

    private static final Listing LISTING =
            Listing.inOrderOf(
                            Column.of("name", "Name"),
                            Column.of("state", "State"),
                            Column.latestFirst("createdAt", "Created"))
                    .field("q", "text")
                    .field("state", "state")
                    .field("role", "grants");
    private static final String LIST = "redirect:" + PATH + "/{ws}/policies";

    @ModelAttribute("section")
    String section() {
        return "policies";
    }

    @ModelAttribute("days")
    List<String> days() {
        return WindowRow.DAYS;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            Moment moment,
            HttpServletRequest request,
            Model model) {
        KeyledgerClient client = visitor.client().asOf(moment.at());
        Directory directory = Directory.of(visitor, ws, moment);
        new Listed<>(
                        asked -> client.policies().find(ws, asked),
                        filters -> client.policies().count(ws, filters))
                .show(Search.of(LISTING, request), directory.names(), model);
        model.addAttribute("directory", directory);
        model.addAttribute("mayManage", moment.lets(visitor.may("policies:manage", ws)));
        return Listed.view("policies", request);
    }

    @GetMapping("/new")
    String create(@AuthenticationPrincipal Visitor visitor, @PathVariable String ws, Model model) {
        model.addAttribute("form", PolicyForm.EMPTY);
        return blank(visitor, ws, model);
    }

    @PostMapping("/new")
    String create(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @ModelAttribute("form") PolicyForm form,
            @RequestParam(defaultValue = "") String why,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        return Refusal.orTheFormAgain(
                model,
                response,
                () -> {
                    Policy created = visitor.because(why).policies().create(ws, form.body());
                    next.addFlashAttribute("done", "Policy " + created.name() + " was created.");
                    return LIST;
                },
                () -> blank(visitor, ws, model));
    }

    /** Whether what is typed so far could be saved, for a line beside the form. */
    @PostMapping("/judged")
    String judge(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @ModelAttribute("form") PolicyForm form,
            Model model,
            HttpServletResponse response) {
        Refusal.orTheFormAgain(
                model,
                response,
                () -> {
                    visitor.client().policies().validate(ws, form.body());
                    return "";
                },
                () -> "");
        response.setStatus(HttpServletResponse.SC_OK);
        return "policy :: judged";
    }

    @PostMapping("/{id}/delete")
    String delete(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        Policy known = visitor.client().policies().get(ws, id);
        Refusal.tellNextPage(
                next,
                () -> {
                    Unreadable.unlessTyped(typed, known.name());
                    visitor.because(why).policies().delete(ws, id);
                    return "Policy " + known.name() + " was deleted.";
                });
        return LIST;
    }

    private static String blank(Visitor visitor, String ws, Model model) {
        model.addAttribute("directory", Directory.of(visitor, ws));
        model.addAttribute("mayManage", visitor.may("policies:manage", ws));
        model.addAttribute("maySwitch", true);
        return "policy";
    }
}
