package io.keyledger.console.role;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.client.api.Roles;
import io.keyledger.client.api.Roles.Role;
import io.keyledger.client.api.Roles.RoleBody;
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

import java.util.Map;
import java.util.UUID;

/** The list of roles, and the form for a new one or a change. */
@Controller
@RequestMapping("/{ws}/roles")
public class RoleController {

    private static final Listing LISTING =
            Listing.inOrderOf(Column.of("name", "Name"), Column.latestFirst("createdAt", "Created"))
                    .field("q", "text")
                    .field("permission", "lets");
    private static final int PREVIEWED = 20;
    private static final String LIST = "redirect:" + PATH + "/{ws}/roles";

    /**
     * The fields of a role.
     *
     * @param permissions one a line
     * @param version what they were read from
     */
    record Form(
            @Nullable String name,
            @Nullable String description,
            @Nullable String permissions,
            long version) {

        static final Form EMPTY = new Form("", "", "", 0);

        static Form of(Role role) {
            return new Form(
                    role.name(),
                    role.description(),
                    Typed.lines(role.permissions()),
                    role.version());
        }

        RoleBody body() {
            return new RoleBody(
                    Typed.text(name), Typed.text(description), Typed.lines(permissions));
        }
    }

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
        model.addAttribute("form", Form.EMPTY);
        return blank(visitor, ws, model);
    }

    @PostMapping("/new")
    String create(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @ModelAttribute("form") Form form,
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
            @ModelAttribute("form") Form form,
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

    @GetMapping("/{id}")
    String edit(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            Moment moment,
            Model model) {
        Role role = show(visitor, ws, id, moment, model);
        model.addAttribute("form", Form.of(role));
        return "role";
    }

    @PostMapping("/{id}")
    String edit(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @ModelAttribute("form") Form form,
            @RequestParam(defaultValue = "") String why,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        return Refusal.orTheFormAgain(
                model,
                response,
                () -> {
                    visitor.because(why)
                            .onVersion(form.version())
                            .roles()
                            .edit(ws, id, form.body());
                    next.addFlashAttribute(
                            "done", "Saved. It holds for everybody with the role from now on.");
                    return LIST;
                },
                () -> {
                    show(visitor, ws, id, Moment.NOW, model);
                    return "role";
                });
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

    private static Role show(Visitor visitor, String ws, UUID id, Moment moment, Model model) {
        Role role = visitor.client().asOf(moment.at()).roles().get(ws, id);
        model.addAttribute("role", role);
        known(visitor, ws, model);
        model.addAttribute(
                "mayManage", moment.lets(visitor.may("roles:manage", ws) && !role.builtIn()));
        return role;
    }

    private static String blank(Visitor visitor, String ws, Model model) {
        known(visitor, ws, model);
        return "role";
    }

    private static void known(Visitor visitor, String ws, Model model) {
        model.addAttribute("known", visitor.client().permissions().known(ws, null, null));
    }
}
