package io.keyledger.console.catalogue;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Apis.ApiRoute;
import io.keyledger.console.edit.EditPages;
import io.keyledger.console.edit.Edited;
import io.keyledger.console.edit.Effect;
import io.keyledger.console.edit.Field;
import io.keyledger.console.page.Moment;
import io.keyledger.console.page.Refusal;
import io.keyledger.console.page.Unreadable;
import io.keyledger.console.signin.Visitor;

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
import java.util.UUID;

/** The page of a route, its edit and its removal. */
@Controller
@RequestMapping("/{ws}/routes/{id}")
public class RouteEditController extends EditPages<ApiRoute, RouteForm> {

    private static final List<Field> FIELDS =
            List.of(
                    Field.text("method", "Method"),
                    Field.text("path", "Path"),
                    Field.together("requires", "Requires", Through::requires, "permission", "open"),
                    Field.together(
                            "resource", "Resource", Through::about, "resourceType", "resourceId"));

    RouteEditController() {
        super(RouteForm.class);
    }

    @ModelAttribute("methods")
    List<String> methods() {
        return ApiController.METHODS;
    }

    @ModelAttribute("section")
    String section() {
        return "apis";
    }

    @GetMapping
    String page(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            Moment moment,
            Model model) {
        return open(visitor, ws, get(visitor.client().asOf(moment.at()), ws, id), moment, model);
    }

    @PostMapping("/remove")
    String remove(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        ApiRoute route = get(visitor.client(), ws, id);
        boolean removed =
                Refusal.tellNextPage(
                        next,
                        () -> {
                            Unreadable.unlessTyped(typed, name(route));
                            visitor.because(why).apis().removeRoute(ws, id);
                            return name(route) + " was removed: nobody is let through by it now.";
                        });
        return "redirect:" + PATH + (removed ? listed(route) : "/{ws}/routes/{id}");
    }

    @Override
    protected ApiRoute get(KeyledgerClient client, String ws, UUID id) {
        return client.apis().route(ws, id);
    }

    @Override
    protected Edited edited(String ws, ApiRoute route) {
        return Edited.of(ws, "routes", route.id(), name(route), route.version())
                .foundBy(Map.of("q", route.path()));
    }

    @Override
    protected RouteForm form(ApiRoute route) {
        return RouteForm.of(route);
    }

    @Override
    protected List<Field> fields() {
        return FIELDS;
    }

    @Override
    protected Effect effect(Visitor visitor, String ws, ApiRoute route, RouteForm form) {
        Through through = new Through(visitor, ws);
        return Effect.of(
                List.of(
                        "Now it lets through " + through.whom(RouteForm.of(route)) + ".",
                        "After saving it lets through " + through.whom(form) + ".",
                        "Checks by method and path go by it at once."));
    }

    @Override
    protected Map<String, String> names(Visitor visitor, String ws) {
        return Map.of();
    }

    @Override
    protected void save(KeyledgerClient client, String ws, ApiRoute route, RouteForm form) {
        client.apis().editRoute(ws, route.id(), form.edit());
    }

    @Override
    protected Saved saved(String ws, ApiRoute route) {
        return new Saved(listed(route), "Saved. Checks go by it from now on.");
    }

    @Override
    protected String page(Visitor visitor, String ws, ApiRoute route, Moment moment, Model model) {
        model.addAttribute("route", route);
        model.addAttribute("name", name(route));
        boolean mayManage = moment.lets(visitor.may("routes:manage", ws));
        model.addAttribute("mayManage", mayManage);
        if (mayManage) {
            model.addAttribute("whom", new Through(visitor, ws).whom(RouteForm.of(route)));
        }
        return "route";
    }

    private static String name(ApiRoute route) {
        return route.method() + " " + route.path();
    }

    private static String listed(ApiRoute route) {
        return "/{ws}/apis/" + route.api().id();
    }
}
