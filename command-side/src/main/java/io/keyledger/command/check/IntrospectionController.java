package io.keyledger.command.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.check.CallerRefused;
import io.keyledger.access.check.Decision;
import io.keyledger.access.check.KeyHolder;
import io.keyledger.access.gate.CheckGate;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.problem.Problems;
import io.keyledger.access.source.Source;
import io.keyledger.access.source.SourceAddress;
import io.keyledger.access.web.AuthenticatesItself;
import io.keyledger.access.web.RequestKey;
import io.keyledger.access.web.RequestSource;
import io.swagger.v3.oas.annotations.Hidden;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;

/**
 * Token introspection (RFC 7662): resource servers that take opaque bearer tokens ask about a key
 * as about any other. The use that is recorded asked for no permission; guards apply to it.
 *
 * <p>The API's document describes it by itself: its form is the RFC's, not that of handlers.
 */
@RestController
@Hidden
class IntrospectionController {

    private final CheckGate gate;

    IntrospectionController(CheckGate gate) {
        this.gate = gate;
    }

    /**
     * What is answered (RFC 7662, section 2.2); of a key that is not good, {@code active} alone.
     *
     * @param scope patterns of permissions, separated by spaces
     * @param clientId the key's ID
     * @param sub the service user's id
     * @param exp when key or service user expires, in seconds since 1970
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Introspection(
            boolean active,
            @Nullable String scope,
            @JsonProperty("client_id") @Nullable String clientId,
            @Nullable String username,
            @JsonProperty("token_type") @Nullable String tokenType,
            @Nullable Long exp,
            @Nullable String sub,
            @Nullable String workspace,
            @JsonProperty("record_id") @Nullable String recordId) {

        private static final Introspection INACTIVE =
                new Introspection(false, null, null, null, null, null, null, null, null);

        static Introspection of(Decision decision) {
            KeyHolder holder = decision.keyHolder();
            Decision.Standing standing = decision.standing();
            if (holder == null || standing == null) {
                return INACTIVE;
            }
            Instant expiresAt = standing.expiresAt();
            return new Introspection(
                    true,
                    String.join(" ", standing.permissions()),
                    holder.keyId(),
                    holder.username(),
                    "Bearer",
                    expiresAt == null ? null : expiresAt.getEpochSecond(),
                    holder.serviceUserId().toString(),
                    holder.workspace(),
                    decision.recordId().toString());
        }
    }

    @PostMapping(
            path = "/oauth2/introspect",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @AuthenticatesItself
    ResponseEntity<Introspection> introspect(HttpServletRequest request) {
        PresentedKey caller = RequestKey.of(request).orElseThrow(Problems::unauthenticated);
        BehalfCheck check =
                new BehalfCheck(
                        caller,
                        RequestSource.of(request),
                        PresentedKey.of(token(request)),
                        new Asked.Introspection(),
                        source(request));
        return switch (gate.check(check)) {
            case CallerRefused refused -> throw Problems.refused(refused.reason());
            case Decision decision ->
                    ResponseEntity.ok()
                            .cacheControl(CacheControl.noStore())
                            .body(Introspection.of(decision));
        };
    }

    /** Never from the address, which ends up in logs. */
    private static String token(HttpServletRequest request) {
        if (request.getQueryString() != null) {
            throw ApiProblem.invalid("token", "The token and all else are sent in the body.");
        }
        String token = only(request, "token");
        if (token == null) {
            throw ApiProblem.invalid("token", "The token to introspect must be given.");
        }
        return token;
    }

    /** Beyond the RFC: where the token was shown, which guards ask about. */
    private static Source source(HttpServletRequest request) {
        String address = only(request, "address");
        return new Source(
                address == null
                        ? null
                        : SourceAddress.parse(address)
                                .orElseThrow(
                                        () ->
                                                ApiProblem.invalid(
                                                        "address",
                                                        "address must be an IPv4 or IPv6 address")),
                only(request, "user_agent"),
                only(request, "request_id"));
    }

    private static @Nullable String only(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        if (values != null && values.length > 1) {
            throw ApiProblem.invalid(name, name + " must be given once.");
        }
        return values == null ? null : values[0];
    }
}
