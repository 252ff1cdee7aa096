package io.keyledger.access.server;

/**
 * Answers some requests before any servlet sees them, on the thread that reads the connections: it
 * must not block.
 */
public interface DirectHandler {

    /** Whether the request is this one's to answer, by its line and headers. */
    boolean takes(Exchange exchange);

    /**
     * Answers it, now or later, or passes it on. What it throws is answered as a problem.
     *
     * @param exchange of a request that was taken
     */
    void handle(Exchange exchange);
}
