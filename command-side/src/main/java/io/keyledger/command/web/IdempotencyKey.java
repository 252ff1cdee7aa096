package io.keyledger.command.web;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.request.BodyDigest;
import io.keyledger.access.web.Caller;
import io.keyledger.command.idempotency.Digest;
import io.keyledger.command.idempotency.RepeatableRequest;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The header {@code Idempotency-Key} of the request at hand, and what makes two requests one. */
@Component
class IdempotencyKey {

    private static final String NAME = "Idempotency-Key";
    private static final Pattern FORM = Pattern.compile("[!-~]{1,255}");
    private static final List<String> HEADERS = List.of(IfMatch.NAME, "Reason");

    private final ObjectProvider<HttpServletRequest> requests;

    /**
     * Gives the request at hand; without a web server, as when an admin recovers, there is none.
     */
    IdempotencyKey(ObjectProvider<HttpServletRequest> requests) {
        this.requests = requests;
    }

    /** Null if the request has no key; to be asked once a request. */
    @Nullable RepeatableRequest of(Caller caller) {
        HttpServletRequest request = requests.getObject();
        List<String> keys = Collections.list(request.getHeaders(NAME));
        if (keys.isEmpty()) {
            return null;
        }
        if (keys.size() > 1 || !FORM.matcher(keys.getFirst()).matches()) {
            throw ApiProblem.invalid(
                    NAME, "Idempotency-Key must be one of 1 to 255 printable ASCII characters.");
        }
        return RepeatableRequest.of(
                caller.id(), workspace(request), keys.getFirst(), content(request));
    }

    private static String workspace(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                                instanceof Map<?, ?> variables
                        && variables.get("ws") instanceof String workspace
                ? workspace
                : "system";
    }

    private byte[] content(HttpServletRequest request) {
        Digest digest = new Digest();
        add(digest, request.getMethod());
        add(digest, request.getRequestURI());
        add(digest, Objects.requireNonNullElse(request.getQueryString(), ""));
        for (String header : HEADERS) {
            add(digest, String.join(",", Collections.list(request.getHeaders(header))));
        }
        try {
            return digest.add(BodyDigest.of(request)).value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Digest digest, String part) {
        digest.add(part.getBytes(StandardCharsets.UTF_8));
    }
}
