package io.keyledger.shared.policy;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What every key use under a policy must pass; what is empty or null asks for nothing.
 *
 * @param networks source networks in CIDR form (RFC 4632, RFC 4291), one of which must hold the
 *     source address
 * @param notBefore first moment of use
 * @param notAfter first moment that is too late
 * @param maxKeyAgeDays how many times 24 hours the shown secret may be old
 * @param weekly windows, in one of which the use must lie
 */
public record PolicyGuards(
        List<String> networks,
        @Nullable Instant notBefore,
        @Nullable Instant notAfter,
        @Nullable Integer maxKeyAgeDays,
        List<WeeklyWindow> weekly,
        @Nullable RateLimit rateLimit) {

    public static final PolicyGuards NONE =
            new PolicyGuards(List.of(), null, null, null, List.of(), null);

    public PolicyGuards {
        networks = List.copyOf(networks);
        weekly = List.copyOf(weekly);
        notBefore = notBefore == null ? null : notBefore.truncatedTo(ChronoUnit.MICROS);
        notAfter = notAfter == null ? null : notAfter.truncatedTo(ChronoUnit.MICROS);
    }
}
