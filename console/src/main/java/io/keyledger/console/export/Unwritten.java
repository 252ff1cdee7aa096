package io.keyledger.console.export;

import java.io.IOException;

/** What was read could not be kept. */
final class Unwritten extends IOException {

    private static final long serialVersionUID = 1L;

    Unwritten(IOException cause) {
        super("an export could not be kept", cause);
    }
}
