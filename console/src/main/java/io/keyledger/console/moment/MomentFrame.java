package io.keyledger.console.moment;

import io.keyledger.client.api.Workspaces.Workspace;
import io.keyledger.console.page.Moment;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerMapping;

import java.time.Instant;
import java.util.Map;

/** The moment that a page is about, and the control that chooses another. */
@ControllerAdvice
public class MomentFrame {

    @ModelAttribute
    void surround(
            @AuthenticationPrincipal @Nullable Visitor visitor,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("past", false);
        Object handler = request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
        if (visitor == null || !OnlyNow.isAboutMoments(handler)) {
            return;
        }
        Moment moment = Moment.of(request.getParameter(Moment.PARAMETER));
        model.addAttribute("moment", moment);
        model.addAttribute("past", moment.isPast());
        model.addAttribute(
                "time", TimeControl.of(request, moment, created(visitor, request), Instant.now()));
    }

    private static @Nullable Instant created(Visitor visitor, HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Object slug = variables instanceof Map<?, ?> map ? map.get("ws") : null;
        return visitor.workspaces().stream()
                .filter(workspace -> workspace.slug().equals(slug))
                .map(Workspace::createdAt)
                .findFirst()
                .orElse(null);
    }
}
