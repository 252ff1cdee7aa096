package io.keyledger.client.api;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Rebuilding of views from the ledger. */
@HttpExchange("/api/v1/replays")
public interface Replays {

    /** The view to rebuild, or {@code all}. */
    record NewReplay(String view) {}

    /** How far a replay is. */
    record Replay(
            UUID id,
            String view,
            String state,
            long position,
            long head,
            @Nullable Long ratePerSecond,
            @Nullable Long secondsLeft,
            @Nullable String digestBefore,
            @Nullable String digestAfter,
            @Nullable Boolean identical,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable List<Rebuild> views) {}

    /**
     * The rebuild of one view of a replay.
     *
     * @param cause why a step of it failed last
     */
    record Rebuild(
            String view,
            String state,
            String phase,
            long position,
            @Nullable Long ratePerSecond,
            @Nullable Long secondsLeft,
            @Nullable Boolean identical,
            @Nullable String cause) {}

    @PostExchange
    Replay start(@RequestBody NewReplay replay);

    @GetExchange("/{id}")
    Replay get(@PathVariable UUID id);

    @GetExchange
    Page<Replay> list();

    @PostExchange("/{id}:pause")
    Replay pause(@PathVariable UUID id);

    @PostExchange("/{id}:resume")
    Replay resume(@PathVariable UUID id);

    @PostExchange("/{id}:cancel")
    Replay cancel(@PathVariable UUID id);
}
