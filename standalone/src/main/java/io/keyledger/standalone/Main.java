package io.keyledger.standalone;

import io.keyledger.database.NewerDatabase;
import io.keyledger.embedded.StartFailure;

import org.slf4j.LoggerFactory;

/** Starts Keyledger and leaves it running until the process is asked to end. */
public final class Main {

    private static final int REFUSED = 1;
    private static final int WRONG_SETTING = 2;

    private Main() {}

    /** Settings come from the environment; arguments are not looked at. */
    public static void main(String[] args) {
        Console console = new Console(System.out, System.err);
        try {
            Startup.run(Settings.from(System.getenv()), console, Running.untilTheProcessEnds());
        } catch (WrongSetting wrong) {
            console.complain(String.valueOf(wrong.getMessage()));
            System.exit(WRONG_SETTING);
        } catch (StartFailure | NewerDatabase refusal) {
            refuse(console, String.valueOf(refusal.getMessage()), refusal);
        } catch (RuntimeException | Error fault) {
            refuse(console, "Keyledger could not start: " + Fault.inShort(fault), fault);
        }
    }

    private static void refuse(Console console, String sentence, Throwable cause) {
        if (LogFolder.isOurs()) {
            LoggerFactory.getLogger(Main.class).error("Not started", cause);
        }
        console.complain(sentence);
        System.exit(REFUSED);
    }
}
