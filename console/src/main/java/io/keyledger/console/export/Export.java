package io.keyledger.console.export;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One table, from when it is asked for until it is removed. What asks the API for it is held by its
 * thread alone, and so no longer than it is written.
 */
final class Export {

    private static final Logger LOG = LoggerFactory.getLogger(Export.class);

    enum State {
        RUNNING,
        COMPLETE,
        CANCELLED,
        FAILED
    }

    /**
     * @param endedAt null while it is running
     * @param failure what it failed for
     */
    private record Stand(State state, @Nullable Instant endedAt, @Nullable Exception failure) {

        static final Stand RUNNING = new Stand(State.RUNNING, null, null);
    }

    private final UUID id = UUID.randomUUID();
    private final Instant startedAt = Instant.now();
    private final Gauge gauge = new Gauge();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final AtomicReference<Stand> stand = new AtomicReference<>(Stand.RUNNING);
    private final Wanted wanted;
    private final Spool spool;
    private volatile @Nullable Thread writer;

    private Export(Wanted wanted, Spool spool) {
        this.wanted = wanted;
        this.spool = spool;
    }

    /** Goes on by itself from now on. */
    static Export start(Wanted wanted, Table table, Room.Place place) throws IOException {
        Export export = new Export(wanted, Spool.create(place));
        Thread writer =
                Thread.ofVirtual()
                        .name("export-" + export.id)
                        .unstarted(() -> export.run(table, place));
        export.writer = writer;
        writer.start();
        return export;
    }

    private void run(Table table, Room.Place place) {
        try {
            try (OutputStream out = spool.writer()) {
                table.write(out, gauge);
            }
            end(State.COMPLETE, null);
        } catch (IOException | RuntimeException failure) {
            if (end(State.FAILED, failure)) {
                LOG.info("An export ended after {} rows", gauge.rows(), failure);
            }
        } finally {
            if (state() != State.COMPLETE) {
                drop();
            }
            writer = null;
            place.rest();
            over.complete(null);
        }
    }

    /** Only the first end counts. */
    private boolean end(State state, @Nullable Exception failure) {
        return stand.compareAndSet(Stand.RUNNING, new Stand(state, Instant.now(), failure));
    }

    /** Whether it was over by then. */
    boolean isOverWithin(Duration patience) {
        try {
            over.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Does it that long after this is over, whichever way. */
    void after(Duration rest, Runnable step) {
        over.thenRunAsync(
                step, CompletableFuture.delayedExecutor(rest.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Stops it, if it is running; then nothing is left of what it had written. */
    void cancel() {
        Thread running = writer;
        if (end(State.CANCELLED, null)) {
            if (running != null) {
                running.interrupt();
            }
            drop();
        }
    }

    /** Nothing is left of it. */
    void remove() {
        cancel();
        drop();
    }

    private void drop() {
        try {
            spool.close();
        } catch (IOException failure) {
            LOG.warn("What an export had written could not be removed", failure);
        }
    }

    UUID id() {
        return id;
    }

    Wanted wanted() {
        return wanted;
    }

    Gauge gauge() {
        return gauge;
    }

    Spool spool() {
        return spool;
    }

    Instant startedAt() {
        return startedAt;
    }

    State state() {
        return stand().state();
    }

    @Nullable Instant endedAt() {
        return stand().endedAt();
    }

    @Nullable Exception failure() {
        return stand().failure();
    }

    private Stand stand() {
        return stand.get();
    }
}
