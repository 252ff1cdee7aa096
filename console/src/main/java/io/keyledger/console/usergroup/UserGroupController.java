package io.keyledger.console.usergroup;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Groups.Group;
import io.keyledger.client.api.Groups.GroupBody;
import io.keyledger.console.directory.Directory;
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

import java.util.List;
import java.util.UUID;

/** The list of user groups, and the form for a new one or a change. */
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

    /** The fields of a group; the version is what they were read from. */
    record Form(
            @Nullable String name,
            @Nullable String description,
            @Nullable List<UUID> roles,
            @Nullable List<UUID> policies,
            long version) {

        static final Form EMPTY = new Form("", "", List.of(), List.of(), 0);

        static Form of(Group group) {
            return new Form(
                    group.name(),
                    group.description(),
                    group.roles(),
                    group.policies(),
                    group.version());
        }

        public List<UUID> roleIds() {
            return Typed.orNone(roles);
        }

        public List<UUID> policyIds() {
            return Typed.orNone(policies);
        }

        GroupBody body() {
            return new GroupBody(Typed.text(name), Typed.text(description), roleIds(), policyIds());
        }
    }

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
        Directory directory = Directory.of(client, ws);
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
                    Group created = visitor.because(why).groups().create(ws, form.body());
                    next.addFlashAttribute("done", "Group " + created.name() + " was created.");
                    return LIST;
                },
                () -> blank(visitor, ws, model));
    }

    @GetMapping("/{id}")
    String edit(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            Moment moment,
            Model model) {
        Group group = show(visitor, ws, id, moment, model);
        model.addAttribute("form", Form.of(group));
        return "group";
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
                            .groups()
                            .edit(ws, id, form.body());
                    next.addFlashAttribute("done", "Saved. It holds for all members from now on.");
                    return LIST;
                },
                () -> {
                    show(visitor, ws, id, Moment.NOW, model);
                    return "group";
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
        model.addAttribute("directory", Directory.of(visitor.client(), ws));
        return "group";
    }

    private static Group show(Visitor visitor, String ws, UUID id, Moment moment, Model model) {
        KeyledgerClient client = visitor.client().asOf(moment.at());
        Group group = client.groups().get(ws, id);
        model.addAttribute("group", group);
        model.addAttribute("directory", Directory.of(client, ws));
        if (visitor.may("service-users:view", ws)) {
            model.addAttribute("users", Members.ofServiceUsers(client, ws, id));
        }
        if (visitor.may("people:view", ws)) {
            model.addAttribute("people", Members.ofPeople(client, ws, id));
        }
        model.addAttribute(
                "mayManage", moment.lets(visitor.may("groups:manage", ws) && !group.builtIn()));
        return group;
    }
}
