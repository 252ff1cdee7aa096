package io.keyledger.access.web;

import io.keyledger.access.source.Source;
import io.keyledger.access.source.SourceAddress;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

/** Where a request came from: the connection's own remote address, whatever a header says. */
public final class RequestSource {

    private RequestSource() {}

    public static Source of(HttpServletRequest request) {
        return new Source(
                SourceAddress.parse(request.getRemoteAddr()).orElse(null),
                request.getHeader(HttpHeaders.USER_AGENT),
                request.getHeader("X-Request-Id"));
    }
}
