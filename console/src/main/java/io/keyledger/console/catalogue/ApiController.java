package io.keyledger.console.catalogue;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.client.api.Apis;
import io.keyledger.client.api.Apis.Api;
import io.keyledger.console.listing.Listed;
import io.keyledger.console.listing.Listing;
import io.keyledger.console.listing.Listing.Column;
import io.keyledger.console.listing.Search;
import io.keyledger.console.page.Address;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The list of APIs, and the page of each with its routes. */
@Controller
@RequestMapping("/{ws}/apis")
public class ApiController {

    private static final Listing LISTING =
            Listing.inOrderOf(
                            Column.of("name", "API"),
                            Column.latestFirst("routeCount", "Routes"),
                            Column.latestFirst("createdAt", "Created"))
                    .field("q", "text");
    private static final Listing ROUTES =
            Listing.inOrderOf(
                            Column.of("path", "Path"),
                            Column.of("method", "Method"),
                            Column.of("permission", "Requires"),
                            Column.latestFirst("createdAt", "Added"))
                    .field("q", "text")
                    .field("method", "method")
                    .field("permission", "requires")
                    .field("access", "access");
    static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final String LIST = "redirect:" + PATH + "/{ws}/apis";
    static final String PAGE = LIST + "/{id}";

    @ModelAttribute("methods")
    List<String> methods() {
        return METHODS;
    }

    @ModelAttribute("section")
    String section() {
        return "apis";
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            Moment moment,
            HttpServletRequest request,
            Model model) {
        Apis apis = visitor.client().asOf(moment.at()).apis();
        new Listed<>(asked -> apis.find(ws, asked), filters -> apis.count(ws, filters))
                .show(Search.of(LISTING, request), Map.of(), model);
        model.addAttribute("mayManage", moment.lets(visitor.may("routes:manage", ws)));
        return Listed.view("apis", request);
    }

    @GetMapping("/new")
    String create(Model model) {
        model.addAttribute("form", ApiForm.EMPTY);
        return "api-new";
    }

    @PostMapping("/new")
    String create(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @ModelAttribute("form") ApiForm form,
            @RequestParam(defaultValue = "") String why,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        return Refusal.orTheFormAgain(
                model,
                response,
                () -> {
                    Api created = visitor.because(why).apis().create(ws, form.body());
                    next.addFlashAttribute(
                            "done",
                            "API " + created.name() + " was created; it has no routes yet.");
                    return LIST + "/" + created.id();
                },
                () -> "api-new");
    }

    @GetMapping("/{id}")
    String api(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            Moment moment,
            HttpServletRequest request,
            Model model) {
        show(visitor, ws, id, moment, Search.of(ROUTES, request), model);
        return Listed.view("api", request);
    }

    @PostMapping("/{id}/delete")
    String delete(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        Api known = visitor.client().apis().get(ws, id);
        Refusal.tellNextPage(
                next,
                () -> {
                    Unreadable.unlessTyped(typed, known.name());
                    visitor.because(why).apis().delete(ws, id);
                    return "API " + known.name() + " was deleted.";
                });
        return LIST;
    }

    private static void show(
            Visitor visitor, String ws, UUID id, Moment moment, Search search, Model model) {
        Apis apis = visitor.client().asOf(moment.at()).apis();
        Api api = apis.get(ws, id);
        new Listed<>(
                        asked -> apis.findRoutes(ws, of(id, asked)),
                        filters -> apis.countRoutes(ws, of(id, filters)))
                .show(search, Map.of(), model);
        model.addAttribute("api", api);
        model.addAttribute("mayManage", moment.lets(visitor.may("routes:manage", ws)));
    }

    /** The page again, after something on it was refused. */
    static void showAgain(Visitor visitor, String ws, UUID id, Model model) {
        Address page = new Address(PATH + "/" + ws + "/apis/" + id, Map.of());
        show(visitor, ws, id, Moment.NOW, Search.of(ROUTES, page), model);
    }

    private static Map<String, String> of(UUID api, Map<String, String> asked) {
        Map<String, String> more = new TreeMap<>(asked);
        more.put("api", api.toString());
        return more;
    }
}
