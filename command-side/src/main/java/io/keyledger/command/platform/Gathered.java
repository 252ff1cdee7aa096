package io.keyledger.command.platform;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An attempt that waits for others, leads them, or is carried out by one who leads. */
final class Gathered {

    private final Attempt<?> attempt;
    private final String stream;
    private final CompletableFuture<List<Gathered>> turn = new CompletableFuture<>();

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

    void lead(List<Gathered> group) {
        turn.complete(group);
    }

    void done() {
        turn.complete(List.of());
    }

    /** Whether its turn has come, or it is done, within a time; no if it is interrupted. */
    boolean isCalledWithin(Duration patience) {
        try {
            turn.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Those to lead; nobody if it is done. */
    List<Gathered> awaitTurn() {
        return turn.join();
    }
}
