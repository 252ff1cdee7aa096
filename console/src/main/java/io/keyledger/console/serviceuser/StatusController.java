package io.keyledger.console.serviceuser;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.client.api.ServiceUsers;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.page.Refusal;
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

/** Disabling, enabling and deleting a service user, which hold at once. */
@Controller
@RequestMapping("/{ws}/service-users/{id}")
public class StatusController {

    private static final String USER = "redirect:" + PATH + "/{ws}/service-users/{id}";

    @PostMapping("/status")
    String status(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        Refusal.tellNextPage(
                next,
                () -> {
                    ServiceUsers users = visitor.because(why).serviceUsers();
                    if (to.equals("disabled")) {
                        users.disable(ws, id);
                        return "Disabled. Every key is refused from now on.";
                    }
                    users.enable(ws, id);
                    return "Enabled.";
                });
        return USER;
    }

    @PostMapping("/delete")
    String delete(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        ServiceUser user = visitor.client().serviceUsers().get(ws, id);
        boolean deleted =
                Refusal.tellNextPage(
                        next,
                        () -> {
                            Unreadable.unlessTyped(typed, user.username());
                            visitor.because(why).serviceUsers().delete(ws, id);
                            return "Service user " + user.username() + " was deleted.";
                        });
        return deleted ? "redirect:" + PATH + "/{ws}/service-users" : USER;
    }
}
