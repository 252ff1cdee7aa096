package io.keyledger.access.web;

import jakarta.servlet.http.HttpServletRequest;

import java.util.List;

/** What is open to everybody: the API's documentation, health, metrics, and the error page. */
final class OpenPaths {

    private static final List<String> PREFIXES =
            List.of("/docs", "/swagger-ui", "/openapi.json", "/health", "/metrics", "/error");

    private OpenPaths() {}

    static boolean contain(HttpServletRequest request) {
        String path = request.getServletPath();
        return PREFIXES.stream()
                .anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }
}
