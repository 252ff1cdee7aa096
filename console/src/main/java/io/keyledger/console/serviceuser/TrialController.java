package io.keyledger.console.serviceuser;

import io.keyledger.client.api.ApiKeys.ApiKey;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.page.Refusal;
import io.keyledger.console.page.Times;
import io.keyledger.console.page.Typed;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

import java.util.UUID;
import java.util.stream.Collectors;

/** What a check would be answered, and why, without one being made. */
@Controller
public class TrialController {

    private static final String VIEW = "service-user";

    @ModelAttribute("section")
    String section() {
        return "service-users";
    }

    @GetMapping("/{ws}/service-users/{user}/try")
    String ask(
            @AuthenticationPrincipal Visitor visitor,
            @PathVariable String ws,
            @PathVariable UUID user,
            @ModelAttribute("question") Question question,
            @ModelAttribute("times") Times times,
            Model model,
            HttpServletResponse response) {
        ServiceUser tried = ServiceUserController.show(visitor, ws, user, "try", model);
        if (question.isEmpty()) {
            return VIEW;
        }
        return Refusal.orTheFormAgain(
                model,
                response,
                () -> {
                    model.addAttribute("trial", trial(visitor, ws, tried, question, times));
                    return VIEW;
                },
                () -> VIEW);
    }

    private static Trial trial(
            Visitor visitor, String ws, ServiceUser user, Question question, Times times) {
        return Trial.of(
                visitor.client().permissions().trial(ws, user.id(), question.parameters()),
                Typed.orNone(user.keys()).stream()
                        .collect(Collectors.toMap(ApiKey::keyId, ApiKey::name)),
                times);
    }
}
