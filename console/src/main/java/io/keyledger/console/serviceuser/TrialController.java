package io.keyledger.console.serviceuser;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.page.Refusal;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What a check would be answered, and why, without one being made. */
@Controller
public class TrialController {

    private static final String VIEW = "service-user";

    @ModelAttribute("section")
    String section() {
        return "service-users";
    }

    @GetMapping("/{ws}/service-users/{id}/try")
    String ask(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String permission,
            @RequestParam(defaultValue = "GET") String method,
            @RequestParam(defaultValue = "") String path,
            Model model,
            HttpServletResponse response) {
        ServiceUser user = ServiceUserController.show(visitor, ws, id, "try", model);
        model.addAttribute("permission", permission);
        model.addAttribute("method", method);
        model.addAttribute("path", path);
        if (permission.isBlank() && path.isBlank()) {
            return VIEW;
        }
        Map<String, String> question = new TreeMap<>(Map.of("serviceUser", id.toString()));
        if (permission.isBlank()) {
            question.put("method", method.strip());
            question.put("path", path.strip());
        } else {
            question.put("permission", permission.strip());
        }
        return Refusal.orTheFormAgain(
                model,
                response,
                () -> {
                    model.addAttribute("trial", trial(visitor.client(), ws, user, question));
                    return VIEW;
                },
                () -> VIEW);
    }

    private static Trial trial(
            KeyledgerClient client, String ws, ServiceUser user, Map<String, String> question) {
        return Trial.of(
                user,
                client.permissions().ofServiceUser(ws, user.id(), null),
                client.permissions().whoCan(ws, question),
                Directory.of(client, ws),
                Instant.now());
    }
}
