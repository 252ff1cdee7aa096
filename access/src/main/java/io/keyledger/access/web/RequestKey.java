package io.keyledger.access.web;

import io.keyledger.access.key.CredentialHeaders;
import io.keyledger.access.key.PresentedKey;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The key that a request shows, or the token of a person. */
public final class RequestKey {

    private static final String API_KEY = "X-API-Key";
    private static final String TOKEN = RequestKey.class.getName() + ".token";

    private RequestKey() {}

    public static Optional<PresentedKey> of(HttpServletRequest request) {
        if (request.getAttribute(TOKEN) instanceof PresentedKey token) {
            return Optional.of(token);
        }
        return CredentialHeaders.read(
                Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)),
                Collections.list(request.getHeaders(API_KEY)));
    }

    /**
     * The text of a bearer token (RFC 6750) that is no API key by its prefix, if the request shows
     * nothing else.
     */
    static Optional<String> token(HttpServletRequest request) {
        List<String> shown = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (shown.size() != 1 || request.getHeader(API_KEY) != null) {
            return Optional.empty();
        }
        return CredentialHeaders.foreignBearer(shown.getFirst());
    }

    static void show(HttpServletRequest request, PresentedKey token) {
        request.setAttribute(TOKEN, token);
    }
}
