package io.keyledger.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** Sentences for a data directory that does not take what is written to it. */
final class DiskTrouble {

    private static final String FULL = "No space left on device";
    private static final String OVER_QUOTA = "Disk quota exceeded";

    private DiskTrouble() {}

    static StartFailure in(Path data, IOException cause) {
        return isFull(cause)
                ? full(data, cause)
                : new StartFailure("The data directory " + data + " cannot be written.", cause);
    }

    static StartFailure full(Path data, IOException cause) {
        return new StartFailure(
                "The disk of %s is full; make room and start again.".formatted(data), cause);
    }

    static boolean isFull(IOException cause) {
        return cause.getMessage() != null && isFull(cause.getMessage());
    }

    static boolean isFull(String message) {
        return message.contains(FULL) || message.contains(OVER_QUOTA);
    }
}
