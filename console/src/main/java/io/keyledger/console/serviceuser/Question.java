package io.keyledger.console.serviceuser;

import io.keyledger.console.page.Typed;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What is tried, as it was typed.
 *
 * @param time in UTC; now if empty
 * @param key its id; whichever can be used if empty
 * @param secret which of its secrets, as the API calls it; the newest if empty
 * @param attributes a line for each, {@code name: value}
 */
record Question(
        @Nullable String permission,
        @Nullable String method,
        @Nullable String path,
        @Nullable String address,
        @Nullable String time,
        @Nullable String key,
        @Nullable String secret,
        @Nullable String type,
        @Nullable String id,
        @Nullable String attributes) {

    private static final JsonMapper JSON = JsonMapper.shared();

    boolean isEmpty() {
        return Typed.text(permission).isEmpty() && Typed.text(path).isEmpty();
    }

    public boolean isAboutSomething() {
        return !resource().isEmpty();
    }

    /**
     * As the API takes it.
     *
     * @throws io.keyledger.console.page.Unreadable for a time or attributes that are none
     */
    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        if (Typed.text(permission).isEmpty()) {
            parameters.put("method", Objects.requireNonNullElse(Typed.textOrNull(method), "GET"));
            parameters.put("path", Typed.text(path));
        } else {
            parameters.put("permission", Typed.text(permission));
        }
        Typed.put(parameters, "address", address);
        Typed.put(parameters, "key", key);
        Typed.put(parameters, "secret", secret);
        Instant at = Typed.time("the time", time);
        Typed.put(parameters, "time", at == null ? null : at.toString());
        if (isAboutSomething()) {
            parameters.put("resource", JSON.writeValueAsString(resource()));
        }
        return parameters;
    }

    private Map<String, Object> resource() {
        Map<String, Object> resource = new LinkedHashMap<>();
        if (!Typed.text(type).isEmpty()) {
            resource.put("type", Typed.text(type));
        }
        if (!Typed.text(id).isEmpty()) {
            resource.put("id", Typed.text(id));
        }
        if (!Typed.lines(attributes).isEmpty()) {
            resource.put(
                    "attributes",
                    Typed.pairs("attributes are a line each, such as region: eu", attributes));
        }
        return resource;
    }
}
