package io.keyledger.console.page;

import io.keyledger.client.KeyledgerAway;

/** Keyledger is away, and nothing of this step was sent to it. */
final class NothingSent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final KeyledgerAway away;

    NothingSent(KeyledgerAway away) {
        super(away);
        this.away = away;
    }

    KeyledgerAway away() {
        return away;
    }
}
