package io.keyledger.client;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

import java.util.concurrent.atomic.AtomicReference;

/** The consistency token of a caller's last write. */
final class LastToken {

    static final String HEADER = "Consistency-Token";

    private final AtomicReference<@Nullable String> token = new AtomicReference<>();

    void remember(HttpHeaders answer) {
        String written = answer.getFirst(HEADER);
        if (written != null) {
            token.set(written);
        }
    }

    void present(HttpHeaders request) {
        String written = token.get();
        if (written != null) {
            request.set(HEADER, written);
        }
    }

    /** After a restore, what was written is not there any more. */
    void forget() {
        token.set(null);
    }
}
