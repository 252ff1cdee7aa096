package io.keyledger.console.signin;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.console.ConsoleSettings;
import io.keyledger.console.Provider;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a key is shown; what it is sent to is a filter of the security chain. */
@Controller
public class SignInController {

    private final @Nullable Provider provider;
    private final ObjectProvider<Providers> providers;

    SignInController(ConsoleSettings settings, ObjectProvider<Providers> providers) {
        this.provider = settings.provider();
        this.providers = providers;
    }

    @GetMapping("/sign-in")
    String signIn(@RequestParam(required = false) @Nullable String problem, Model model) {
        model.addAttribute("problem", Problems.text(problem));
        model.addAttribute("provider", provider == null ? null : provider.label());
        return "sign-in";
    }

    /** On the way to the provider, unless it is not there. */
    @GetMapping("/_/provider")
    String provider() {
        Providers known = providers.getIfAvailable();
        if (known == null || !known.answers()) {
            return "redirect:" + PATH + "/sign-in?problem=provider-unavailable";
        }
        return "redirect:" + ProviderSignIn.BEGIN + "/" + Providers.ID;
    }
}
