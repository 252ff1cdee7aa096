package io.keyledger.console.signin;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.console.Htmx;
import io.keyledger.console.kept.KeptForms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;

import java.io.IOException;

/**
 * What becomes of a form that comes without the token of its session, which mostly was lost: it is
 * kept if it may be, and whoever sent it signs in. What a page asks by itself while one types is
 * refused, and the page stays as it is, with all that was typed.
 */
record LostSession(KeptForms forms, GoingOn goingOn) implements AccessDeniedHandler {

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (Htmx.asks(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.sendRedirect(next(request));
    }

    private String next(HttpServletRequest request) {
        if (!forms.keep(request)) {
            return PATH + "/sign-in?problem=form-expired";
        }
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who instanceof SignedIn) {
            return GoingOn.KEPT_FORM;
        }
        goingOn.withTheKeptForm(request);
        return PATH + "/sign-in?problem=" + Problems.FORM_KEPT;
    }
}
