package io.keyledger.standalone;

import io.keyledger.database.NewerDatabase;
import io.keyledger.embedded.StartFailure;

import org.slf4j.LoggerFactory;

import java.util.List;

/** Starts Keyledger and leaves it running until the process is asked to end. */
public final class Main {

    private static final int REFUSED = 1;
    private static final int WRONG_SETTING = 2;

    private Main() {}

    /** Settings come from the environment; the argument says what else to do than to run. */
    public static void main(String[] args) {
        Console console = new Console(System.out, System.err);
        if (args.length > 0 && args[0].equals(VerifyStep.NAME)) {
            System.exit(VerifyStep.run(List.of(args).subList(1, args.length), console));
        }
        Running running = Running.untilTheProcessEnds();
        try {
            run(String.join(" ", args), Settings.from(System.getenv()), console, running);
        } catch (WrongSetting wrong) {
            console.complain(String.valueOf(wrong.getMessage()));
            System.exit(WRONG_SETTING);
        } catch (StartFailure | NewerDatabase refusal) {
            refuse(running, console, String.valueOf(refusal.getMessage()), refusal);
        } catch (RuntimeException | Error fault) {
            refuse(running, console, "Keyledger could not start: " + Fault.inShort(fault), fault);
        }
    }

    private static void run(String step, Settings settings, Console console, Running running) {
        switch (step) {
            case "" -> Startup.run(settings, console, running);
            case "recover-admin" -> {
                Startup.recoverAdmin(settings, console, running);
                running.close();
            }
            case "demo" -> DemoStep.run(settings, console);
            default ->
                    throw new WrongSetting("The arguments there are: recover-admin, demo, verify.");
        }
    }

    /** Who asked it to end is not told that it could not start. */
    private static void refuse(Running running, Console console, String sentence, Throwable cause) {
        if (running.isEnding()) {
            return;
        }
        if (LogFolder.isOurs()) {
            LoggerFactory.getLogger(Main.class).error("Not started", cause);
        }
        console.complain(sentence);
        System.exit(REFUSED);
    }
}
