package io.keyledger.console.integrity;

import io.keyledger.client.api.MerkleLogs.Checkpoint;
import io.keyledger.client.api.MerkleLogs.Log;
import io.keyledger.console.page.Typed;
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

import java.util.Map;

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

    private static String page(Visitor visitor, String ws, @Nullable String typedKey, Model model) {
        Log log = visitor.client().merkleLogs().get(ws);
        Checkpoint checkpoint = log.checkpoint();
        model.addAttribute("log", log);
        model.addAttribute("stopped", log.stopped() == null ? null : Stops.meaning(log.stopped()));
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
