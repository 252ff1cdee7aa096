package io.keyledger.client.api;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

import java.time.Instant;
import java.util.Map;

/** Ledger entries that views could not apply. */
@HttpExchange("/api/v1/dead-letters")
public interface DeadLetters {

    /**
     * A parked entry.
     *
     * @param cause why it failed; null if it stands behind another entry of its stream
     */
    record DeadLetter(
            String view,
            long position,
            String stream,
            String workspace,
            String type,
            @Nullable String cause,
            int attempts,
            Instant parkedAt,
            Instant triedAt) {}

    /**
     * What came of trying a stream's parked entries again.
     *
     * @param failedAt the position that failed again; null if none did
     */
    record Outcome(String stream, long applied, @Nullable Long failedAt, @Nullable String cause) {}

    @GetExchange
    Page<DeadLetter> list(@RequestParam(required = false) @Nullable String cursor);

    /** Those that all these filters let pass, which are the query parameters of the API. */
    @GetExchange
    Page<DeadLetter> find(@RequestParam Map<String, String> filters);

    /** How many these filters let pass. */
    @GetExchange("/count")
    Count count(@RequestParam Map<String, String> filters);

    @PostExchange("/{view}/{position}:retry")
    Outcome retry(@PathVariable String view, @PathVariable long position);

    /** Leaves the entry out for good, on record, and tries those behind it. */
    @PostExchange("/{view}/{position}:skip")
    Outcome skip(@PathVariable String view, @PathVariable long position);
}
