package io.keyledger.console.signin;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.console.kept.KeptForm;
import io.keyledger.console.kept.KeptForms;
import io.keyledger.console.kept.SentAgain;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import java.io.IOException;

/**
 * Shows a form that was kept, as its own page does when something is refused: the form is sent
 * there once more by a visitor none of whose writes leaves the console.
 */
@Controller
public class KeptFormController {

    private final KeptForms forms;

    KeptFormController(KeptForms forms) {
        this.forms = forms;
    }

    @GetMapping("/_/kept")
    void show(
            @AuthenticationPrincipal Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        KeptForm kept = forms.show(request, visitor.id());
        if (kept == null) {
            response.sendRedirect(PATH + "/");
            return;
        }
        request.setAttribute(KeptForm.SHOWN, kept);
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(
                new SecurityContextImpl(new SignedIn(visitor.withholding())));
        try {
            request.getRequestDispatcher(kept.path())
                    .forward(new SentAgain(request, kept), response);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
