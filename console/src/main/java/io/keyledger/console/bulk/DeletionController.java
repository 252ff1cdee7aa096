package io.keyledger.console.bulk;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.console.bulk.Deletable.Doomed;
import io.keyledger.console.page.Refusal;
import io.keyledger.console.page.Typed;
import io.keyledger.console.page.Unreadable;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Deleting several groups, roles or policies: which, then what came of it for each. */
@Controller
@RequestMapping("/{ws}/{kind:groups|roles|policies}/bulk")
public class DeletionController {

    @ModelAttribute("section")
    String section(@PathVariable String kind) {
        return kind;
    }

    @PostMapping
    String review(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable List<String> chosen,
            @RequestParam(defaultValue = "") String why,
            Model model) {
        Deletable what = Deletable.of(kind);
        return show(visitor.client(), ws, what, Chosen.of(Typed.orNone(chosen)), why, model);
    }

    @PostMapping("/apply")
    String apply(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable List<String> chosen,
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String why,
            Model model,
            HttpServletResponse response) {
        Deletable what = Deletable.of(kind);
        List<Chosen> all = Chosen.of(Typed.orNone(chosen));
        KeyledgerClient client = visitor.because(why);
        return Refusal.orTheFormAgain(
                model,
                response,
                () -> {
                    Unreadable.unlessTyped(typed, what.counted(all.size()));
                    Map<UUID, String> names =
                            Found.of(all, id -> what.find(client, ws, id)).stream()
                                    .collect(Collectors.toMap(Doomed::id, Doomed::name));
                    model.addAttribute(
                            "outcomes",
                            new BulkRun(client, (on, id) -> what.delete(on, ws, id))
                                    .on(all, names));
                    model.addAttribute("why", why);
                    return "deletion";
                },
                () -> show(visitor.client(), ws, what, all, why, model));
    }

    private static String show(
            KeyledgerClient client,
            String ws,
            Deletable what,
            List<Chosen> chosen,
            String why,
            Model model) {
        List<Doomed> doomed = Found.of(chosen, id -> what.find(client, ws, id));
        model.addAttribute("doomed", doomed);
        model.addAttribute("gone", chosen.size() - doomed.size());
        model.addAttribute("counted", what.counted(doomed.size()));
        model.addAttribute("why", why);
        return "deletion";
    }
}
