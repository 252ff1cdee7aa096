package io.keyledger.access.health;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A value that is dear to get, asked for by whoever likes. It is got by one thread at a time, not
 * again before a second has passed, and no asker waits longer than a second since that thread
 * began.
 */
public final class Sampled<T> {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long PATIENCE_NANOS = Duration.ofSeconds(1).toNanos();

    private final String name;
    private final Callable<T> source;
    private @Nullable Attempt<T> latest;
    private @Nullable Sample<T> known;

    /** A value and when it was asked for, on {@link System#nanoTime()}'s scale. */
    private record Sample<T>(T value, long at) {}

    private record Attempt<T>(CompletableFuture<Sample<T>> result, long begun) {}

    public Sampled(String name, Callable<T> source) {
        this.name = name;
        this.source = source;
    }

    /** The value, if it could be got within the last second or is got now in time. */
    public Optional<T> current() {
        Attempt<T> attempt = attempt();
        long patience = attempt.begun() + PATIENCE_NANOS - System.nanoTime();
        try {
            return Optional.of(
                    attempt.result().get(Math.max(0, patience), TimeUnit.NANOSECONDS).value());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException _) {
            return Optional.empty();
        }
    }

    /** The value, else the last one that was got. */
    public Optional<T> lastKnown() {
        return current().or(this::known);
    }

    /** How old {@link #lastKnown()} is; nothing if there is none. */
    public Optional<Duration> age() {
        synchronized (this) {
            return Optional.ofNullable(known)
                    .map(sample -> Duration.ofNanos(System.nanoTime() - sample.at()));
        }
    }

    private synchronized Optional<T> known() {
        return Optional.ofNullable(known).map(Sample::value);
    }

    private synchronized Attempt<T> attempt() {
        long now = System.nanoTime();
        if (latest == null || latest.result().isDone() && now - latest.begun() >= FRESH_NANOS) {
            Attempt<T> next = new Attempt<>(new CompletableFuture<>(), now);
            latest = next;
            Thread.ofVirtual().name(name).start(() -> run(next));
        }
        return latest;
    }

    private void run(Attempt<T> attempt) {
        try {
            Sample<T> sample = new Sample<>(source.call(), attempt.begun());
            keep(sample);
            attempt.result().complete(sample);
        } catch (Exception | Error e) {
            attempt.result().completeExceptionally(e);
        }
    }

    private synchronized void keep(Sample<T> sample) {
        known = sample;
    }
}
