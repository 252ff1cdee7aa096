package io.keyledger.console.signin;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.console.Htmx;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/** Where somebody goes on after signing in: where he wanted to be last. */
public final class GoingOn extends HttpSessionRequestCache {

    /** The page that shows what is kept. */
    public static final String KEPT_FORM = PATH + "/_/kept";

    private static final String NEXT = GoingOn.class.getName();

    public GoingOn() {
        setSessionAttrName(NEXT);
    }

    /** Remembers a page that was asked for; parts of pages that ask by themselves come last. */
    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        boolean part = Htmx.asks(request);
        if (request.getMethod().equals(HttpMethod.GET.name())
                && !(part && getRequest(request, response) != null)) {
            super.saveRequest(request, response);
        }
    }

    /** Goes on with the form that is kept. */
    public void withTheKeptForm(HttpServletRequest request) {
        request.getSession().setAttribute(NEXT, new SimpleSavedRequest(KEPT_FORM));
    }
}
