package io.keyledger.shared.route;

import java.util.regex.Pattern;

/** HTTP methods (RFC 9110, section 9) as routes know them. */
public final class RouteMethod {

    private static final Pattern FORM = Pattern.compile("[A-Z]{1,20}");
    private static final String HEAD = "HEAD";
    private static final String GET = "GET";

    private RouteMethod() {}

    /** Whether a route may have it: upper-case letters, and not HEAD, which counts as GET. */
    public static boolean isOfRoutes(String method) {
        return FORM.matcher(method).matches() && !method.equals(HEAD);
    }

    /** The method whose routes a request with this one matches; methods are case-sensitive. */
    public static String of(String requestMethod) {
        return requestMethod.equals(HEAD) ? GET : requestMethod;
    }
}
