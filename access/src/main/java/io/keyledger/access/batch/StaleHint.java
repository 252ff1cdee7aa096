package io.keyledger.access.batch;

/** What was guessed about a key before the snapshot was wrong; the batch is tried once more. */
final class StaleHint extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StaleHint() {
        super("a personal value was not resolved", null, false, false);
    }
}
