package io.keyledger.query.usetrail;

import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.KeyUsesHeader;
import io.keyledger.shared.use.MonitoredRefusal;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How a use ended.
 *
 * @param reason why it was refused, its code; null if it was allowed
 * @param policies that refused it or, being monitored, would have, in order, each once
 */
record Outcome(@Nullable String reason, List<UUID> policies) implements Comparable<Outcome> {

    static final Outcome ALLOWED = new Outcome(null, List.of());

    private static final Comparator<Outcome> ORDER =
            Comparator.comparing(
                            Outcome::reason,
                            Comparator.nullsFirst(Comparator.<String>naturalOrder()))
                    .thenComparing(outcome -> outcome.policies().toString());

    Outcome {
        policies = policies.stream().distinct().sorted().toList();
    }

    static Outcome of(KeyUsesHeader header, KeyUse use) {
        if (use.reason() == null && use.monitored().isEmpty()) {
            return ALLOWED;
        }
        return new Outcome(
                use.reason(),
                Stream.concat(
                                Stream.of(use.refusedBy()).filter(Objects::nonNull),
                                use.monitored().stream().map(MonitoredRefusal::policy))
                        .map(index -> header.entities().get(index).id())
                        .toList());
    }

    boolean isRefusal() {
        return reason != null;
    }

    @Override
    public int compareTo(Outcome other) {
        return ORDER.compare(this, other);
    }
}
