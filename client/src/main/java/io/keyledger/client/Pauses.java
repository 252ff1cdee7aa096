package io.keyledger.client;

import org.springframework.http.HttpHeaders;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The time between two tries. */
final class Pauses {

    private static final long LONGEST_SECONDS = 5;

    private Pauses() {}

    /** What an answer asks for ({@code Retry-After} in seconds, RFC 9110), within bounds. */
    static Duration asked(HttpHeaders answer) {
        String after = answer.getFirst(HttpHeaders.RETRY_AFTER);
        boolean seconds = after != null && after.matches("\\d{1,4}");
        return Duration.ofSeconds(seconds ? Math.min(Long.parseLong(after), LONGEST_SECONDS) : 1);
    }

    static void rest(Duration pause) {
        LockSupport.parkNanos(pause.toNanos());
    }
}
