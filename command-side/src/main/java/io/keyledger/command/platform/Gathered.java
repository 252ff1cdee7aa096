package io.keyledger.command.platform;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An attempt that is carried out together with others, and waits until it is. */
final class Gathered {

    private final Attempt<?> attempt;
    private final String stream;
    private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();

    Gathered(Attempt<?> attempt) {
        this.attempt = attempt;
        this.stream = Objects.requireNonNull(attempt.command().addsTo());
    }

    Attempt<?> attempt() {
        return attempt;
    }

    String workspace() {
        return attempt.command().workspace();
    }

    CallerInfo caller() {
        return attempt.origin().caller();
    }

    String stream() {
        return stream;
    }

    void done() {
        done.complete(null);
    }

    /** Within a time; no if it is interrupted. */
    boolean isDoneWithin(Duration patience) {
        try {
            done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void awaitDone() {
        done.join();
    }
}
