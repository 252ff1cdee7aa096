package io.keyledger.access.web;

import io.keyledger.access.key.CredentialHeaders;
import io.keyledger.access.key.PresentedKey;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

import java.util.Collections;
import java.util.Optional;

/** The key that a request shows. */
public final class RequestKey {

    private RequestKey() {}

    public static Optional<PresentedKey> of(HttpServletRequest request) {
        return CredentialHeaders.read(
                Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)),
                Collections.list(request.getHeaders("X-API-Key")));
    }
}
