package io.keyledger.access.server;

import io.keyledger.access.request.PercentEncoding;

import org.jspecify.annotations.Nullable;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parameters as forms write them, in a query or in a body of the type {@code
 * application/x-www-form-urlencoded}: {@code name=value&name=value}.
 */
public final class FormParameters {

    private FormParameters() {}

    /**
     * Their values by name.
     *
     * @throws IllegalArgumentException if they are not percent-encoded UTF-8
     */
    public static Map<String, List<String>> in(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String each : text.split("&", -1)) {
            int equals = each.indexOf('=');
            String name = equals < 0 ? each : each.substring(0, equals);
            String value = equals < 0 ? "" : each.substring(equals + 1);
            parameters.computeIfAbsent(decoded(name), _ -> new ArrayList<>()).add(decoded(value));
        }
        return parameters;
    }

    private static String decoded(String encoded) {
        try {
            return PercentEncoding.decode(encoded.replace('+', ' '));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not percent-encoded UTF-8", e);
        }
    }
}
