package io.keyledger.command.check;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.source.Source;
import io.keyledger.access.source.SourceAddress;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * What an introspection is asked by (RFC 7662, section 2.1): {@code token}, and beyond the RFC
 * where that was shown, which guards ask about: {@code address}, {@code user_agent} and {@code
 * request_id}. Each is given once at most; others are passed over.
 */
record IntrospectionForm(Map<String, List<String>> parameters) {

    /**
     * The check, asked by that caller.
     *
     * @throws ApiProblem naming the parameter that cannot be asked
     */
    BehalfCheck of(PresentedKey caller, Source callerSource) {
        String token = only("token");
        if (token == null) {
            throw ApiProblem.invalid("token", "The token to introspect must be given.");
        }
        return new BehalfCheck(
                caller, callerSource, PresentedKey.of(token), new Asked.Introspection(), source());
    }

    private Source source() {
        String address = only("address");
        return new Source(
                address == null
                        ? null
                        : SourceAddress.parse(address)
                                .orElseThrow(
                                        () ->
                                                ApiProblem.invalid(
                                                        "address",
                                                        "address must be an IPv4 or IPv6 address")),
                only("user_agent"),
                only("request_id"));
    }

    private @Nullable String only(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw ApiProblem.invalid(name, name + " must be given once.");
        }
        return values.isEmpty() ? null : values.getFirst();
    }
}
