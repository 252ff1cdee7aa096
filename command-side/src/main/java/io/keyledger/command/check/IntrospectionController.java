package io.keyledger.command.check;

import io.keyledger.access.check.CallerRefused;
import io.keyledger.access.check.Decision;
import io.keyledger.access.gate.CheckGate;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.problem.Problems;
import io.keyledger.access.web.AuthenticatesItself;
import io.keyledger.access.web.RequestKey;
import io.keyledger.access.web.RequestSource;
import io.swagger.v3.oas.annotations.Hidden;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Token introspection (RFC 7662): resource servers that take opaque bearer tokens ask about a key
 * as about any other. The use that is recorded asked for no permission; guards apply to it.
 *
 * <p>The API's document describes it by itself: its form is the RFC's, not that of handlers.
 */
@RestController
@Hidden
class IntrospectionController {

    static final String PATH = "/oauth2/introspect";

    private final CheckGate gate;

    IntrospectionController(CheckGate gate) {
        this.gate = gate;
    }

    @PostMapping(
            path = PATH,
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @AuthenticatesItself
    ResponseEntity<Introspection> introspect(HttpServletRequest request) {
        PresentedKey caller = RequestKey.of(request).orElseThrow(Problems::unauthenticated);
        return switch (gate.check(form(request).of(caller, RequestSource.of(request)))) {
            case CallerRefused refused -> throw Problems.refused(refused.reason());
            case Decision decision ->
                    ResponseEntity.ok()
                            .cacheControl(CacheControl.noStore())
                            .body(Introspection.of(decision));
        };
    }

    /** Never from the address, which ends up in logs. */
    private static IntrospectionForm form(HttpServletRequest request) {
        if (request.getQueryString() != null) {
            throw ApiProblem.invalid("token", "The token and all else are sent in the body.");
        }
        Map<String, List<String>> parameters = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        return new IntrospectionForm(parameters);
    }
}
