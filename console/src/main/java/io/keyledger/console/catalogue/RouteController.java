package io.keyledger.console.catalogue;

import io.keyledger.client.api.Apis.Plan;
import io.keyledger.client.api.Apis.Route;
import io.keyledger.console.page.Refusal;
import io.keyledger.console.page.Typed;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
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

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Routes of an API: one added, or those of an OpenAPI document, planned and then done. */
@Controller
@RequestMapping("/{ws}/apis/{id}")
public class RouteController {

    /**
     * What is to be imported.
     *
     * @param prune whether routes go that the document does not have
     * @param basedOn version of the API that the plan was made of
     */
    record Import(
            @Nullable String document,
            @Nullable String permissionPrefix,
            @Nullable Boolean prune,
            @Nullable String basedOn) {

        static final Import EMPTY = new Import("", "", null, null);

        byte[] bytes() {
            return Typed.text(document).getBytes(StandardCharsets.UTF_8);
        }

        String type() {
            return Typed.text(document).startsWith("{") ? "application/json" : "application/yaml";
        }

        Map<String, String> planning() {
            Map<String, String> options = new TreeMap<>();
            options.put("prune", String.valueOf(Boolean.TRUE.equals(prune)));
            Typed.put(options, "permissionPrefix", permissionPrefix);
            return options;
        }

        Map<String, String> applying() {
            Map<String, String> options = planning();
            options.put("apply", "true");
            options.put("basedOn", Typed.text(basedOn));
            return options;
        }
    }

    @ModelAttribute("methods")
    List<String> methods() {
        return ApiController.METHODS;
    }

    @ModelAttribute("section")
    String section() {
        return "apis";
    }

    @PostMapping("/routes")
    String add(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @ModelAttribute("route") RouteForm form,
            @RequestParam(defaultValue = "") String why,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        return Refusal.orTheFormAgain(
                model,
                response,
                () -> {
                    Route added = visitor.because(why).apis().addRoute(ws, form.body(id));
                    next.addFlashAttribute(
                            "done", "Route " + added.method() + " " + added.path() + " was added.");
                    return ApiController.PAGE;
                },
                () -> {
                    ApiController.showAgain(visitor, ws, id, model);
                    return "api";
                });
    }

    @GetMapping("/import")
    String document(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            Model model) {
        model.addAttribute("api", visitor.client().apis().get(ws, id));
        model.addAttribute("wanted", Import.EMPTY);
        return "import";
    }

    @PostMapping("/import")
    String plan(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @ModelAttribute("wanted") Import wanted,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("api", visitor.client().apis().get(ws, id));
        return Refusal.orTheFormAgain(
                model,
                response,
                () -> {
                    ResponseEntity<Plan> plan =
                            visitor.client()
                                    .apis()
                                    .importRoutes(
                                            ws,
                                            id,
                                            wanted.type(),
                                            wanted.bytes(),
                                            wanted.planning());
                    model.addAttribute("plan", plan.getBody());
                    model.addAttribute("basedOn", plan.getHeaders().getFirst(HttpHeaders.ETAG));
                    return "import";
                },
                () -> "import");
    }

    @PostMapping("/import/apply")
    String apply(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @ModelAttribute("wanted") Import wanted,
            @RequestParam(defaultValue = "") String why,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        return Refusal.orTheFormAgain(
                model,
                response,
                () -> {
                    visitor.because(why)
                            .apis()
                            .importRoutes(ws, id, wanted.type(), wanted.bytes(), wanted.applying());
                    next.addFlashAttribute("done", "The routes are those of the document now.");
                    return ApiController.PAGE;
                },
                () -> {
                    model.addAttribute("api", visitor.client().apis().get(ws, id));
                    return "import";
                });
    }
}
