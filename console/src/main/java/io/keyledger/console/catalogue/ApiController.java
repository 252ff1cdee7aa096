package io.keyledger.console.catalogue;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Apis;
import io.keyledger.client.api.Apis.Api;
import io.keyledger.client.api.Apis.ApiBody;
import io.keyledger.client.api.Page;
import io.keyledger.console.page.Moment;
import io.keyledger.console.page.Refusal;
import io.keyledger.console.page.Typed;
import io.keyledger.console.page.Unreadable;
import io.keyledger.console.signin.Visitor;

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

import java.util.UUID;

/** The list of APIs, and the page of each with its routes. */
@Controller
@RequestMapping("/{ws}/apis")
public class ApiController {

    static final String LIST = "redirect:" + PATH + "/{ws}/apis";
    static final String PAGE = LIST + "/{id}";

    /**
     * The fields of an API.
     *
     * @param hosts one a line
     * @param version what they were read from
     */
    record Form(
            @Nullable String name,
            @Nullable String description,
            @Nullable String hosts,
            long version) {

        static final Form EMPTY = new Form("", "", "", 0);

        static Form of(Api api) {
            return new Form(api.name(), api.description(), Typed.lines(api.hosts()), api.version());
        }

        ApiBody body() {
            return new ApiBody(Typed.text(name), Typed.text(description), Typed.lines(hosts));
        }
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
            Model model) {
        model.addAttribute("form", Form.EMPTY);
        return listed(visitor, ws, moment, model);
    }

    @PostMapping
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
                    Api created = visitor.because(why).apis().create(ws, form.body());
                    next.addFlashAttribute(
                            "done",
                            "API " + created.name() + " was created; it has no routes yet.");
                    return LIST + "/" + created.id();
                },
                () -> listed(visitor, ws, Moment.NOW, model));
    }

    @GetMapping("/{id}")
    String api(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            Moment moment,
            Model model) {
        model.addAttribute("form", Form.of(show(visitor, ws, id, moment, model)));
        return "api";
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
                    visitor.because(why).onVersion(form.version()).apis().edit(ws, id, form.body());
                    next.addFlashAttribute("done", "Saved. Checks go by it from now on.");
                    return PAGE;
                },
                () -> {
                    show(visitor, ws, id, Moment.NOW, model);
                    return "api";
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
        Api known = visitor.client().apis().get(ws, id);
        Refusal.tellNextPage(
                next,
                () -> {
                    Unreadable.unlessTyped(typed, known.name());
                    visitor.because(why).apis().delete(ws, id);
                    return "API " + known.name() + " was deleted with its routes.";
                });
        return LIST;
    }

    private static String listed(Visitor visitor, String ws, Moment moment, Model model) {
        Apis apis = visitor.client().asOf(moment.at()).apis();
        model.addAttribute("apis", Page.all(cursor -> apis.list(ws, cursor)));
        model.addAttribute("mayManage", moment.lets(visitor.may("routes:manage", ws)));
        return "apis";
    }

    static Api show(Visitor visitor, String ws, UUID id, Moment moment, Model model) {
        KeyledgerClient client = visitor.client().asOf(moment.at());
        Api api = client.apis().get(ws, id);
        model.addAttribute("api", api);
        model.addAttribute("routes", Page.all(cursor -> client.apis().routes(ws, id, cursor)));
        model.addAttribute("mayManage", moment.lets(visitor.may("routes:manage", ws)));
        return api;
    }
}
