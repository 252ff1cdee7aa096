package io.keyledger.console.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Map;

/** The page on which a key is shown; what it is sent to is a filter of the security chain. */
@Controller
public class SignInController {

    /** What to say for each problem, and nothing for others. */
    private static final Map<String, String> PROBLEMS =
            Map.of(
                    "wrong-key",
                    "This key was not accepted. It may be mistyped, disabled, expired or deleted.",
                    "not-allowed",
                    "This key works, but its service user may not see its workspace"
                            + " (workspaces:view).",
                    "unavailable",
                    "Keyledger does not answer just now. Nothing is lost; try again.",
                    "form-expired",
                    "You were signed out meanwhile, and nothing was changed. Sign in again.",
                    "signed-out",
                    "You are signed out.");

    @GetMapping("/sign-in")
    String signIn(@RequestParam(required = false) @Nullable String problem, Model model) {
        model.addAttribute("problem", problem == null ? null : PROBLEMS.get(problem));
        return "sign-in";
    }
}
