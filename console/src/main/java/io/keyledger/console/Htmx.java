package io.keyledger.console;

import jakarta.servlet.http.HttpServletRequest;

/** Requests that a page makes by itself, for a part of it. */
public final class Htmx {

    private Htmx() {}

    /** Whether the page asks, and not whoever sits before it. */
    public static boolean asks(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }
}
