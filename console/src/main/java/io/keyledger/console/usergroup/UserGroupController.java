package io.keyledger.console.usergroup;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Groups.Group;
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

import java.util.UUID;

/** The list of user groups, the form for a new one, and the end of one. */
@Controller
@RequestMapping("/{ws}/groups")
public class UserGroupController {

    private static final Listing LISTING =
            Listing.inOrderOf(
                            Column.of("name", "Name"),
                            Column.latestFirst("memberCount", "Members"),
                            Column.latestFirst("createdAt", "Created"))
                    .field("q", "text")
                    .field("role", "role")
                    .field("policy", "policy");
    private static final String LIST = "redirect:" + PATH + "/{ws}/groups";

    @ModelAttribute("section")
    String section() {
        return "groups";
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
                        asked -> client.groups().find(ws, asked),
                        filters -> client.groups().count(ws, filters))
                .show(Search.of(LISTING, request), directory.names(), model);
        model.addAttribute("directory", directory);
        model.addAttribute("mayManage", moment.lets(visitor.may("groups:manage", ws)));
        return Listed.view("groups", request);
    }

    @GetMapping("/new")
    String create(@AuthenticationPrincipal Visitor visitor, @PathVariable String ws, Model model) {
        model.addAttribute("form", GroupForm.EMPTY);
        return blank(visitor, ws, model);
    }

    @PostMapping("/new")
    String create(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @ModelAttribute("form") GroupForm form,
            @RequestParam(defaultValue = "") String why,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        return Refusal.orTheFormAgain(
                model,
                response,
                () -> {
                    Group created = visitor.because(why).groups().create(ws, form.body());
                    next.addFlashAttribute("done", "Group " + created.name() + " was created.");
                    return LIST;
                },
                () -> blank(visitor, ws, model));
    }

    @PostMapping("/{id}/delete")
    String delete(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        Group known = visitor.client().groups().get(ws, id);
        Refusal.tellNextPage(
                next,
                () -> {
                    Unreadable.unlessTyped(typed, known.name());
                    visitor.because(why).groups().delete(ws, id);
                    return "Group " + known.name() + " was deleted.";
                });
        return LIST;
    }

    private static String blank(Visitor visitor, String ws, Model model) {
        model.addAttribute("directory", Directory.of(visitor, ws));
        return "group";
    }
}
