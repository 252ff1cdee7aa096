package io.keyledger.client;

import org.springframework.http.client.ClientHttpResponse;

import java.io.IOException;
import java.util.Set;

/** How long an answer is waited for, and when it is asked for again. */
interface Patience {

    /** What a proxy or a node answers that cannot do its work just now. */
    Set<Integer> UNAVAILABLE = Set.of(502, 503, 504);

    /** Sends a request once. */
    @FunctionalInterface
    interface Attempt {
        ClientHttpResponse send() throws IOException;
    }

    /**
     * Sends a request until it is answered or patience is at its end.
     *
     * @param repeatable whether it may be sent again when it may have been carried out
     */
    ClientHttpResponse await(Attempt attempt, boolean repeatable) throws IOException;
}
