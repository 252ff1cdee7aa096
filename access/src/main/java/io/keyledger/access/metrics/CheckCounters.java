package io.keyledger.access.metrics;

import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.check.CallerRefused;
import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.check.CheckResult;
import io.keyledger.access.check.Decision;
import io.keyledger.access.check.DenyReason;
import io.keyledger.access.check.DirectCheck;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Counts checks by who was asked about, decision and reason. The reason is the one that callers are
 * told: a public count of wrong secrets would tell which guessed keys exist.
 */
final class CheckCounters {

    private record Kind(String about, String decision, String reason) {}

    private final Map<Kind, Counter> counters = new HashMap<>();

    CheckCounters(MeterRegistry meters) {
        for (String about : new String[] {"caller", "other"}) {
            register(meters, new Kind(about, "allow", "none"));
            for (DenyReason reason : DenyReason.values()) {
                register(meters, new Kind(about, "deny", reason.publicCode()));
            }
        }
    }

    void count(CheckRequest request, CheckResult result) {
        Objects.requireNonNull(counters.get(kind(request, result))).increment();
    }

    private static Kind kind(CheckRequest request, CheckResult result) {
        String about =
                switch (request) {
                    case DirectCheck _ -> "caller";
                    case BehalfCheck _ -> "other";
                };
        return switch (result) {
            case CallerRefused refused -> new Kind("caller", "deny", refused.reason().publicCode());
            case Decision decision when decision.reason() != null ->
                    new Kind(about, "deny", decision.reason().publicCode());
            case Decision _ -> new Kind(about, "allow", "none");
        };
    }

    private void register(MeterRegistry meters, Kind kind) {
        counters.computeIfAbsent(
                kind,
                one ->
                        Counter.builder("keyledger.checks")
                                .description("Checks decided, recorded and answered")
                                .tags(
                                        "about",
                                        one.about(),
                                        "decision",
                                        one.decision(),
                                        "reason",
                                        one.reason())
                                .register(meters));
    }
}
