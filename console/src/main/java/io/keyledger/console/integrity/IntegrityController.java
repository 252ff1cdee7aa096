package io.keyledger.console.integrity;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.client.api.MerkleLogs.BegunOrigins;
import io.keyledger.client.api.MerkleLogs.Checkpoint;
import io.keyledger.client.api.MerkleLogs.Log;
import io.keyledger.client.api.MerkleLogs.NewLogOrigin;
import io.keyledger.console.page.Refusal;
import io.keyledger.console.page.Typed;
import io.keyledger.console.page.Unreadable;
import io.keyledger.console.signin.Visitor;

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
import java.util.stream.Collectors;

/** A workspace's log as it was signed, and whether a file proves what it says. */
@Controller
@RequestMapping("/{ws}/integrity")
public class IntegrityController {

    private static final String SHOWN = "10";

    @ModelAttribute("section")
    String section() {
        return "integrity";
    }

    @GetMapping
    String show(@AuthenticationPrincipal Visitor visitor, @PathVariable String ws, Model model) {
        return page(visitor, ws, null, model);
    }

    /** Checked here, by what the console itself knows of proofs. */
    @PostMapping
    String check(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @RequestParam(required = false) @Nullable String proof,
            @RequestParam(required = false) @Nullable String key,
            Model model) {
        model.addAttribute("brought", Brought.of(proof, key));
        model.addAttribute("proof", Typed.text(proof));
        return page(visitor, ws, Typed.textOrNull(key), model);
    }

    /** For all workspaces at once: it is the store that was set back. */
    @PostMapping("/origin")
    String begin(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        Refusal.tellNextPage(
                next,
                () -> {
                    Unreadable.unlessTyped(typed, ws);
                    return begun(
                            visitor.client()
                                    .merkleLogs()
                                    .beginOrigins(new NewLogOrigin(why.strip())));
                });
        return "redirect:" + PATH + "/{ws}/integrity";
    }

    private static String begun(BegunOrigins begun) {
        return begun.items().stream()
                .map(each -> each.workspace() + " under origin " + each.number())
                .collect(
                        Collectors.joining(
                                ", ", "Begun: ", ". Within seconds it is signed again."));
    }

    private static String page(Visitor visitor, String ws, @Nullable String typedKey, Model model) {
        Log log = visitor.client().merkleLogs().get(ws);
        Checkpoint checkpoint = log.checkpoint();
        model.addAttribute("log", log);
        model.addAttribute("stopped", log.stopped() == null ? null : Stops.meaning(log.stopped()));
        model.addAttribute(
                "mayBegin",
                log.stopped() != null
                        && Stops.endsWithNewOrigin(log.stopped())
                        && visitor.may("replay:operate", "system"));
        model.addAttribute("key", typedKey == null ? keyOf(checkpoint) : typedKey);
        if (checkpoint != null) {
            model.addAttribute("signature", Signature.of(checkpoint));
            model.addAttribute(
                    "checkpoints",
                    visitor.client().merkleLogs().checkpoints(ws, Map.of("limit", SHOWN)).items());
        }
        return "integrity";
    }

    private static @Nullable String keyOf(@Nullable Checkpoint checkpoint) {
        return checkpoint == null ? null : checkpoint.key();
    }
}
