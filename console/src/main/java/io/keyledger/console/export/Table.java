package io.keyledger.console.export;

import java.io.IOException;
import java.io.OutputStream;

/** What is to be taken away. */
@FunctionalInterface
public interface Table {

    /**
     * Writes all of it.
     *
     * @param gauge is told how far it is
     * @throws IOException if it is not complete; also whatever the API refuses meanwhile
     */
    void write(OutputStream out, Gauge gauge) throws IOException;
}
