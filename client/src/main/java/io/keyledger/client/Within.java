package io.keyledger.client;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Steps that wait for somebody else and are not waited for longer than that. */
record Within(Duration most) {

    /**
     * @throws HttpTimeoutException if it is not over by then; it is interrupted
     * @throws InterruptedIOException if nobody waits for it any more; it is interrupted, too
     */
    <T> T call(Callable<T> step) throws IOException {
        FutureTask<T> call = new FutureTask<>(step);
        Thread.ofVirtual().name("within").start(call);
        try {
            return call.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            call.cancel(true);
            throw new HttpTimeoutException("nothing came for " + most.toSeconds() + " seconds");
        } catch (InterruptedException _) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("nobody waits any more");
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    /** As whoever took the step would have met it. */
    static IOException failure(@Nullable Throwable cause) {
        return switch (cause) {
            case IOException e -> e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> new IOException(cause);
        };
    }
}
