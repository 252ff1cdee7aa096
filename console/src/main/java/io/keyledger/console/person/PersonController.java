package io.keyledger.console.person;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.People;
import io.keyledger.client.api.Permissions;
import io.keyledger.client.api.Permissions.Effective;
import io.keyledger.console.comparison.Comparison;
import io.keyledger.console.comparison.Whose;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.listing.Listed;
import io.keyledger.console.listing.Listing;
import io.keyledger.console.listing.Listing.Column;
import io.keyledger.console.listing.Search;
import io.keyledger.console.needed.LastNeeded;
import io.keyledger.console.page.Moment;
import io.keyledger.console.page.Refusal;
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

import java.util.UUID;

/** The list of people, and the page of one. */
@Controller
@RequestMapping("/{ws}/people")
public class PersonController {

    static final Listing LISTING =
            Listing.inOrderOf(
                            Column.of("name", "Name"),
                            Column.of("status", "Status"),
                            Column.latestFirst("lastSignIn", "Last sign-in"),
                            Column.latestFirst("createdAt", "First sign-in"))
                    .field("q", "text")
                    .field("status", "status")
                    .field("group", "group")
                    .filter("permission", "may");

    @ModelAttribute("section")
    String section() {
        return "people";
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
                        asked -> client.people().list(ws, asked),
                        asked -> client.people().count(ws, asked))
                .show(Search.of(LISTING, request), directory.names(), model);
        model.addAttribute("directory", directory);
        return Listed.view("people", request);
    }

    @GetMapping("/{id}")
    String person(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String compare,
            @RequestParam(defaultValue = "") String until,
            Moment moment,
            Model model) {
        KeyledgerClient client = visitor.client().asOf(moment.at());
        Permissions permissions = visitor.client().permissions();
        Effective effective = permissions.ofPerson(ws, id, moment.at());
        Moment other = Moment.of(until);
        model.addAttribute("other", other);
        model.addAttribute("person", client.people().get(ws, id));
        model.addAttribute("effective", effective);
        if (visitor.may("audit:view", ws)) {
            model.addAttribute("needed", LastNeeded.ofPerson(client.audit(), ws, id));
        }
        if (!compare.isEmpty() && (moment.isPast() || other.isPast())) {
            Effective two = permissions.ofPerson(ws, id, other.at());
            Comparison.show(visitor, ws, Whose.person(id), effective, two, model);
        }
        model.addAttribute("directory", Directory.of(visitor, ws, moment));
        model.addAttribute("mayAudit", visitor.may("audit:view", ws));
        model.addAttribute("mayManage", moment.lets(visitor.may("people:manage", "system")));
        return "person";
    }

    @PostMapping("/{id}/status")
    String status(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        Refusal.tellNextPage(
                next,
                () -> {
                    People people = visitor.because(why).people();
                    if (to.equals("disabled")) {
                        people.disable(id);
                        return "Disabled. All tokens of this person are refused from now on.";
                    }
                    people.enable(id);
                    return "Enabled. What the provider says of this person counts again.";
                });
        return "redirect:" + PATH + "/{ws}/people/{id}";
    }
}
