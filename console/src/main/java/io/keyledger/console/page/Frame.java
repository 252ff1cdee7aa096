package io.keyledger.console.page;

import io.keyledger.console.kept.KeptForm;
import io.keyledger.console.kept.KeptForms;
import io.keyledger.console.signin.Visitor;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerMapping;

import java.util.Map;

/** What the frame around every page shows: who is signed in, where, and what may be seen there. */
@ControllerAdvice
public class Frame {

    private final KeptForms forms;

    Frame(KeptForms forms) {
        this.forms = forms;
    }

    @ModelAttribute
    void surround(
            @AuthenticationPrincipal @Nullable Visitor visitor,
            HttpServletRequest request,
            Model model) {
        if (visitor == null) {
            return;
        }
        String asked = workspace(request);
        String workspace = asked == null ? visitor.home() : asked;
        model.addAttribute("visitor", visitor);
        model.addAttribute("times", Times.of(Moment.of(request.getParameter(Moment.PARAMETER))));
        model.addAttribute("today", Times.of(Moment.NOW));
        boolean shown = request.getAttribute(KeptForm.SHOWN) != null;
        model.addAttribute("restored", shown);
        model.addAttribute("kept", !shown && forms.isToBeShown(request, visitor.id()));
        model.addAttribute("ws", workspace);
        model.addAttribute("menu", Section.menu(visitor, workspace));
    }

    private static @Nullable String workspace(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> variables
                ? (String) variables.get("ws")
                : null;
    }
}
