package io.keyledger.standalone;

import io.keyledger.embedded.DataDirectory;

/**
 * Where the log goes. Until the data directory is this process's own, nothing may be logged: the
 * file can be another's.
 */
final class LogFolder {

    /** Read by {@code logback.xml}. */
    private static final String PROPERTY = "keyledger.log-directory";

    private LogFolder() {}

    static void isIn(DataDirectory data) {
        System.setProperty(PROPERTY, data.resolve("logs").toString());
    }

    static boolean isOurs() {
        return System.getProperty(PROPERTY) != null;
    }
}
