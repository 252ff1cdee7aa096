package io.keyledger.console.kept;

import io.keyledger.console.ConsoleMount;
import io.keyledger.console.Htmx;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/** Which requests may be kept: forms of this site's own pages, of some size, without secrets. */
final class Keepable {

    static final int LONGEST = 65_536;

    /** Pages of a workspace, which no form for signing in is. */
    private static final Pattern PAGE =
            Pattern.compile(Pattern.quote(ConsoleMount.PATH) + "/[a-z0-9-]{2,40}/.+");

    private static final Pattern API_KEY = Pattern.compile("kl_[0-9A-Za-z]+_[0-9A-Za-z]+");

    private Keepable() {}

    static boolean is(HttpServletRequest request) {
        return isForm(request)
                && isOwn(
                        request.getHeader("Sec-Fetch-Site"),
                        request.getHeader(HttpHeaders.ORIGIN),
                        request.getHeader(HttpHeaders.HOST))
                && request.getParameter(KeptForm.BY) != null
                && isHarmless(request.getParameterMap());
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getMethod().equals(HttpMethod.POST.name())
                && !Htmx.asks(request)
                && type != null
                && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && PAGE.matcher(request.getRequestURI()).matches();
    }

    /**
     * Whether a page of this site sent it. The token that says so elsewhere was lost with the
     * session, so that browsers are asked: by Fetch Metadata, or where they send none (as to sites
     * without TLS) by the origin.
     */
    static boolean isOwn(@Nullable String site, @Nullable String origin, @Nullable String host) {
        if (site != null) {
            return site.equals("same-origin");
        }
        try {
            return origin != null
                    && host != null
                    && host.equalsIgnoreCase(new URI(origin).getRawAuthority());
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static boolean isHarmless(Map<String, String[]> fields) {
        int length = 0;
        for (Map.Entry<String, String[]> field : fields.entrySet()) {
            length += field.getKey().length();
            for (String value : field.getValue()) {
                length += value.length();
            }
        }
        return length <= LONGEST
                && fields.values().stream()
                        .flatMap(Arrays::stream)
                        .noneMatch(value -> API_KEY.matcher(value).find());
    }
}
