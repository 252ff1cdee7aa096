package io.keyledger.standalone;

import org.springframework.boot.web.server.PortInUseException;

import java.util.stream.Stream;

/** What went wrong that nobody foresaw, short enough for the terminal and free of details. */
final class Fault {

    private Fault() {}

    static String inShort(Throwable fault) {
        if (causes(fault).anyMatch(PortInUseException.class::isInstance)) {
            return "its port was taken in the meantime.";
        }
        if (causes(fault).anyMatch(Fault::isOfAFullDisk)) {
            return "the disk of the data directory is full.";
        }
        return "%s; the log in the data directory says more."
                .formatted(fault.getClass().getSimpleName());
    }

    static boolean isOfAFullDisk(Throwable cause) {
        return String.valueOf(cause.getMessage()).contains("No space left on device");
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause);
    }
}
