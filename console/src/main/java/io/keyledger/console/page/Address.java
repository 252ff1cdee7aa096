package io.keyledger.console.page;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.util.UriUtils;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The address of a page: its path, and what is asked of it, each parameter once. */
public record Address(String path, Map<String, String> parameters) {

    /** Of the page that was asked for; what was sent empty asks for nothing. */
    public static Address of(HttpServletRequest request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> Typed.put(parameters, name, values[0]));
        return new Address(request.getRequestURI(), parameters);
    }

    public Address with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new Address(path, more);
    }

    public Address without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(parameters);
        fewer.remove(name);
        return new Address(path, fewer);
    }

    /** As links have it. */
    public String text() {
        StringBuilder query = new StringBuilder();
        parameters.forEach(
                (name, value) ->
                        query.append(query.isEmpty() ? "?" : "&")
                                .append(encoded(name))
                                .append('=')
                                .append(encoded(value)));
        return path + query;
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8).replace("%3A", ":");
    }
}
