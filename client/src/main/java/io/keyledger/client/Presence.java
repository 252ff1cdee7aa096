package io.keyledger.client;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Whether a Keyledger is there, as all callers that share this know. Once it did not answer one of
 * them, all are told at once that it is away, and one of them looks for it, at most once a second:
 * a look costs no permission and changes nothing. Safe for many threads.
 */
public final class Presence {

    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final String READY = "/health/ready";

    private final Supplier<URI> base;
    private final HttpClient http = Transport.http(LOOK);
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Known known = new Known(null, System.nanoTime());

    /**
     * What is known.
     *
     * @param awaySince null while it is there
     * @param until when it is time to look again, on {@link System#nanoTime()}'s scale
     */
    private record Known(@Nullable Instant awaySince, long until) {

        boolean isOld() {
            return System.nanoTime() - until >= 0;
        }
    }

    private Presence(Supplier<URI> base) {
        this.base = base;
    }

    /**
     * Of the Keyledger at an address.
     *
     * @param base such as {@code http://127.0.0.1:8080}; asked for when it is needed
     */
    public static Presence of(Supplier<URI> base) {
        return new Presence(base);
    }

    /**
     * Goes on unless Keyledger is known to be away.
     *
     * @throws KeyledgerAway if it is; nothing was sent then
     */
    public void require() {
        if (known.awaySince() == null) {
            return;
        }
        if (!mayAsk()) {
            throw away(null);
        }
    }

    /** Where a look tells nothing, whoever looked asks, and sees. */
    private boolean mayAsk() {
        if (!known.isOld() || !looking.tryLock()) {
            return false;
        }
        try {
            return !known.isOld() ? known.awaySince() == null : looked() != Readiness.AWAY;
        } finally {
            looking.unlock();
        }
    }

    /** Looks for it, unless somebody has done so within the last second. */
    boolean isThere() {
        looking.lock();
        try {
            if (known.isOld()) {
                looked();
            }
            return known.awaySince() == null;
        } finally {
            looking.unlock();
        }
    }

    /** Somebody has seen it. */
    void answered() {
        if (known.awaySince() != null) {
            known = new Known(null, System.nanoTime());
        }
    }

    KeyledgerAway away(@Nullable IOException cause) {
        Instant since = known.awaySince();
        return new KeyledgerAway(since == null ? Instant.now() : since, cause);
    }

    Supplier<URI> base() {
        return base;
    }

    HttpClient http() {
        return http;
    }

    private Readiness looked() {
        Readiness seen = look();
        Instant since = known.awaySince();
        Instant away = since == null ? Instant.now() : since;
        known =
                new Known(
                        seen == Readiness.ANSWERING ? null : away,
                        System.nanoTime() + BETWEEN_LOOKS.toNanos());
        return seen;
    }

    private Readiness look() {
        HttpRequest asked = HttpRequest.newBuilder(base.get().resolve(READY)).timeout(LOOK).build();
        try {
            HttpResponse<String> answer = http.send(asked, BodyHandlers.ofString());
            return Readiness.of(answer.statusCode(), answer.body());
        } catch (IOException _) {
            return Readiness.AWAY;
        } catch (InterruptedException _) {
            // Who is stopped has seen nothing: it is as it was.
            Thread.currentThread().interrupt();
            return known.awaySince() == null ? Readiness.ANSWERING : Readiness.AWAY;
        }
    }
}
