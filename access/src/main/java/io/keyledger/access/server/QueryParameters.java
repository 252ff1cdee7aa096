package io.keyledger.access.server;

import io.keyledger.access.request.PercentEncoding;

import org.jspecify.annotations.Nullable;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a query, as forms write them: {@code name=value&name=value}. */
final class QueryParameters {

    private QueryParameters() {}

    /**
     * Their values by name.
     *
     * @throws IllegalArgumentException if they are not percent-encoded UTF-8
     */
    static Map<String, List<String>> in(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String each : query.split("&", -1)) {
            int equals = each.indexOf('=');
            String name = equals < 0 ? each : each.substring(0, equals);
            String value = equals < 0 ? "" : each.substring(equals + 1);
            parameters.computeIfAbsent(decoded(name), _ -> new ArrayList<>()).add(decoded(value));
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return PercentEncoding.decode(text.replace('+', ' '));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not percent-encoded UTF-8", e);
        }
    }
}
