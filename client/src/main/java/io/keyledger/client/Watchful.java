package io.keyledger.client;

import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpResponse;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * For callers whom a person waits for. What is slow is waited for as long as Keyledger says
 * meanwhile that it is there; when it does not say so, waiting is over.
 */
record Watchful(Presence presence) implements Patience {

    private static final Duration SLOW = Duration.ofMillis(1_500);
    private static final Duration ALL_TRIES = Duration.ofSeconds(2);
    private static final Duration AFTER_A_BREAK = Duration.ofMillis(100);

    /** What came of one try: an answer or none. */
    private record Tried(@Nullable ClientHttpResponse answer, @Nullable IOException failure) {

        boolean isAnswered() throws IOException {
            return answer != null && !UNAVAILABLE.contains(answer.getStatusCode().value());
        }

        Duration pause() {
            return answer == null ? AFTER_A_BREAK : Pauses.asked(answer.getHeaders());
        }

        ClientHttpResponse result() throws IOException {
            if (answer == null) {
                throw failure == null ? new IOException("no answer") : failure;
            }
            return answer;
        }

        void close() {
            if (answer != null) {
                answer.close();
            }
        }
    }

    @Override
    public ClientHttpResponse await(Attempt attempt, boolean repeatable) throws IOException {
        presence.require();
        long end = System.nanoTime() + ALL_TRIES.toNanos();
        while (true) {
            Tried tried = once(attempt);
            if (tried.isAnswered()) {
                presence.answered();
                return tried.result();
            }
            if (Thread.currentThread().isInterrupted()) {
                return tried.result();
            }
            if (!presence.isThere()) {
                tried.close();
                throw presence.away(tried.failure());
            }
            Duration pause = tried.pause();
            if (!repeatable || System.nanoTime() + pause.toNanos() > end) {
                return tried.result();
            }
            tried.close();
            Pauses.rest(pause);
        }
    }

    private Tried once(Attempt attempt) {
        try {
            return new Tried(watched(attempt), null);
        } catch (IOException e) {
            return new Tried(null, e);
        }
    }

    private ClientHttpResponse watched(Attempt attempt) throws IOException {
        FutureTask<ClientHttpResponse> call = new FutureTask<>(attempt::send);
        Thread.ofVirtual().name("call").start(call);
        while (true) {
            try {
                return call.get(SLOW.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException _) {
                if (!presence.isThere()) {
                    call.cancel(true);
                    throw presence.away(null);
                }
            } catch (ExecutionException e) {
                throw Within.failure(e.getCause());
            } catch (InterruptedException _) {
                call.cancel(true);
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("nobody waits any more");
            }
        }
    }
}
