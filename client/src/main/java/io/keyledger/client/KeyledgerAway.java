package io.keyledger.client;

import org.jspecify.annotations.Nullable;
import org.springframework.web.client.ResourceAccessException;

import java.io.IOException;
import java.time.Instant;

/** Keyledger does not answer, nor does it say that it can. */
public final class KeyledgerAway extends ResourceAccessException {

    private static final long serialVersionUID = 1L;

    private final Instant since;

    KeyledgerAway(Instant since, @Nullable IOException cause) {
        super("Keyledger has not answered since " + since, cause);
        this.since = since;
    }

    /** When it was first missed. */
    public Instant since() {
        return since;
    }
}
