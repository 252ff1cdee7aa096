package io.keyledger.console.role;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.client.api.Roles;
import io.keyledger.client.api.Roles.Role;
import io.keyledger.console.listing.Listed;
import io.keyledger.console.listing.Listing;
import io.keyledger.console.listing.Listing.Column;
import io.keyledger.console.listing.Search;
import io.keyledger.console.page.Moment;
import io.keyledger.console.page.Refusal;
import io.keyledger.console.page.Typed;
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

import java.util.Map;
import java.util.UUID;

/** The list of roles, the form for a new one, and the end of one. */
@Controller
@RequestMapping("/{ws}/roles")
public class RoleController {

    private static final Listing LISTING =
            Listing.inOrderOf(Column.of("name", "Name"), Column.latestFirst("createdAt", "Created"))
                    .field("q", "text")
                    .field("permission", "lets");
    private static final int PREVIEWED = 20;
    private static final String LIST = "redirect:" + PATH + "/{ws}/roles";

    @ModelAttribute("section")
    String section() {
        return "roles";
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            Moment moment,
            HttpServletRequest request,
            Model model) {
        Roles roles = visitor.client().asOf(moment.at()).roles();
        new Listed<>(asked -> roles.find(ws, asked), filters -> roles.count(ws, filters))
                .show(Search.of(LISTING, request), Map.of(), model);
        model.addAttribute("mayManage", moment.lets(visitor.may("roles:manage", ws)));
        return Listed.view("roles", request);
    }

    @GetMapping("/new")
    String create(@AuthenticationPrincipal Visitor visitor, @PathVariable String ws, Model model) {
        model.addAttribute("form", RoleForm.EMPTY);
        return blank(visitor, ws, model);
    }

    @PostMapping("/new")
    String create(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @ModelAttribute("form") RoleForm form,
            @RequestParam(defaultValue = "") String why,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        return Refusal.orTheFormAgain(
                model,
                response,
                () -> {
                    Role created = visitor.because(why).roles().create(ws, form.body());
                    next.addFlashAttribute("done", "Role " + created.name() + " was created.");
                    return LIST;
                },
                () -> blank(visitor, ws, model));
    }

    /** What each line typed so far covers, for the part of the page below it. */
    @PostMapping("/covered")
    String covered(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @ModelAttribute("form") RoleForm form,
            Model model) {
        model.addAttribute(
                "covered",
                Typed.lines(form.permissions()).stream()
                        .distinct()
                        .limit(PREVIEWED)
                        .map(line -> Covered.of(visitor.client(), ws, line))
                        .toList());
        return "role :: covered";
    }

    @PostMapping("/{id}/delete")
    String delete(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        Role known = visitor.client().roles().get(ws, id);
        Refusal.tellNextPage(
                next,
                () -> {
                    Unreadable.unlessTyped(typed, known.name());
                    visitor.because(why).roles().delete(ws, id);
                    return "Role " + known.name() + " was deleted.";
                });
        return LIST;
    }

    private static String blank(Visitor visitor, String ws, Model model) {
        known(visitor, ws, model);
        return "role";
    }

    static void known(Visitor visitor, String ws, Model model) {
        model.addAttribute("known", visitor.client().permissions().known(ws, null, null));
    }
}
