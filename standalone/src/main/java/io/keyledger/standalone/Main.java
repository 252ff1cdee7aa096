package io.keyledger.standalone;

import io.keyledger.database.NewerDatabase;
import io.keyledger.embedded.StartFailure;

import org.slf4j.LoggerFactory;

/** Starts Keyledger and waits until it is stopped. */
public final class Main {

    private static final int REFUSED = 1;

    private Main() {}

    /** Settings come from the environment; arguments are not looked at. */
    public static void main(String[] args) {
        Console console = new Console(System.out, System.err);
        Running running = Running.untilTheProcessEnds();
        try {
            Startup.run(Settings.from(System.getenv()), console, running);
        } catch (StartFailure | NewerDatabase refusal) {
            refuse(console, String.valueOf(refusal.getMessage()), refusal);
        } catch (RuntimeException fault) {
            refuse(
                    console,
                    "Keyledger could not start; the log in the data directory says why.",
                    fault);
        }
    }

    /** What could not even take the data directory leaves no trace in it. */
    private static void refuse(Console console, String sentence, RuntimeException cause) {
        if (System.getProperty(Startup.LOG_DIRECTORY) != null) {
            LoggerFactory.getLogger(Main.class).error("Not started", cause);
        }
        console.complain(sentence);
        System.exit(REFUSED);
    }
}
