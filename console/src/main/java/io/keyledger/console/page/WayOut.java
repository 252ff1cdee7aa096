package io.keyledger.console.page;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.console.signin.GoingOn;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * A link that leads on from a page that tells of a fault.
 *
 * @param text what it says
 * @param address where it leads
 */
record WayOut(String text, String address) {

    private static final String SIGN_IN = PATH + "/sign-in";

    /** To the form that is kept. */
    static final WayOut KEPT_FORM = new WayOut("Go on with what you typed", GoingOn.KEPT_FORM);

    static List<WayOut> of(HttpServletRequest request, HttpStatus status) {
        return of(
                Address.of(request),
                request.getMethod().equals(HttpMethod.GET.name()),
                status,
                request.getHeader(HttpHeaders.REFERER));
    }

    /** The most likely first. */
    static List<WayOut> of(
            Address asked, boolean looked, HttpStatus status, @Nullable String referrer) {
        List<WayOut> ways = new ArrayList<>();
        if (looked && (status.is5xxServerError() || status == HttpStatus.TOO_MANY_REQUESTS)) {
            ways.add(new WayOut("Try again", asked.text()));
        }
        if (looked && asked.parameters().containsKey(Moment.PARAMETER)) {
            Address now = asked.without(Moment.PARAMETER).without("cursor");
            ways.add(new WayOut("Look at it as it is now", now.text()));
        }
        if (looked && status == HttpStatus.BAD_REQUEST && !asked.parameters().isEmpty()) {
            ways.add(new WayOut("The same page without filters", asked.path()));
        }
        String before = before(referrer);
        if (before != null && !before.equals(asked.text())) {
            ways.add(new WayOut("Back to the page before", before));
        }
        return List.copyOf(ways);
    }

    /** The page of this console that led here. */
    private static @Nullable String before(@Nullable String referrer) {
        if (referrer == null) {
            return null;
        }
        try {
            URI page = new URI(referrer);
            String path = page.getRawPath();
            if (path == null || !path.startsWith(PATH + "/") || path.equals(SIGN_IN)) {
                return null;
            }
            return page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
        } catch (URISyntaxException _) {
            return null;
        }
    }
}
