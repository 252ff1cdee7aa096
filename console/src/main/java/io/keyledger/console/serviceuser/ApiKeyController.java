package io.keyledger.console.serviceuser;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.ApiKeys;
import io.keyledger.client.api.ApiKeys.ApiKey;
import io.keyledger.client.api.ApiKeys.KeyEdit;
import io.keyledger.client.api.ApiKeys.NewKey;
import io.keyledger.client.api.ApiKeys.Overlap;
import io.keyledger.client.api.ApiKeys.Shown;
import io.keyledger.console.page.Refusal;
import io.keyledger.console.page.Typed;
import io.keyledger.console.page.Unreadable;
import io.keyledger.console.signin.Visitor;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.UUID;

/** What is done with the API keys of a service user; each at once, and on record. */
@Controller
@RequestMapping("/{ws}/service-users/{user}/keys")
public class ApiKeyController {

    private static final String USER = "redirect:" + PATH + "/{ws}/service-users/{user}";

    /** A step that may be refused; what to say when it was not. */
    private interface Step {
        String take(ApiKeys keys);
    }

    @PostMapping
    String generate(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID user,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String expires,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        return step(
                visitor.because(why),
                next,
                keys -> {
                    show(
                            keys.generate(ws, user, new NewKey(name.strip(), Form.day(expires))),
                            next);
                    return "Key " + name.strip() + " was generated.";
                });
    }

    @PostMapping("/{keyId}/regenerate")
    String regenerate(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID user,
            @PathVariable String keyId,
            @RequestParam(defaultValue = "0") long overlapSeconds,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        return step(
                visitor.because(why),
                next,
                keys -> {
                    show(keys.regenerate(ws, user, keyId, new Overlap(overlapSeconds)), next);
                    return overlapSeconds == 0
                            ? "The key has a new secret. The old one is refused from now on."
                            : "The key has a new secret. The old one still works for "
                                    + overlapSeconds / 60
                                    + " minutes.";
                });
    }

    @PostMapping("/{keyId}/rename")
    String rename(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID user,
            @PathVariable String keyId,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        return step(
                visitor.because(why),
                next,
                keys -> {
                    keys.rename(ws, user, keyId, new KeyEdit(name.strip()));
                    return "The key is called " + name.strip() + " now.";
                });
    }

    @PostMapping("/{keyId}/status")
    String status(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID user,
            @PathVariable String keyId,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        return step(
                visitor.because(why),
                next,
                keys -> {
                    if (to.equals("disabled")) {
                        keys.disable(ws, user, keyId);
                        return "The key is disabled and refused from now on.";
                    }
                    keys.enable(ws, user, keyId);
                    return "The key is enabled.";
                });
    }

    @PostMapping("/{keyId}/delete")
    String delete(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID user,
            @PathVariable String keyId,
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        return step(
                visitor.because(why),
                next,
                keys -> {
                    ApiKey key =
                            Typed.orNone(visitor.client().serviceUsers().get(ws, user).keys())
                                    .stream()
                                    .filter(each -> each.keyId().equals(keyId))
                                    .findFirst()
                                    .orElseThrow(() -> new Unreadable("the key is gone"));
                    Unreadable.unlessTyped(typed, key.name());
                    keys.delete(ws, user, keyId);
                    return "Key " + key.name() + " was deleted; its place is free.";
                });
    }

    /** The secret goes to the next page alone, which forgets it when it has been shown. */
    private static void show(Shown shown, RedirectAttributes next) {
        next.addFlashAttribute("shown", shown);
    }

    private static String step(KeyledgerClient client, RedirectAttributes next, Step step) {
        Refusal.tellNextPage(next, () -> step.take(client.keys()));
        return USER;
    }
}
