package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.testsupport.FreePort;
import io.keyledger.testsupport.tour.Tour;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the README's own commands, in one shell, from the first start to the last line. */
class ReadmeTourIT {

    private static final int MINUTES = 5;

    @TempDir private Path folder;

    @Test
    void theTourPrintsWhatTheReadmeSays() throws Exception {
        Tour tour = Tour.of(BuiltKeyledger.ROOT.resolve("README.md"));
        assertThat(tour.steps()).hasSizeGreaterThan(10);
        String output = run(tour.script());
        assertThat(tour.differences(output)).isEmpty();
    }

    @AfterEach
    void stopWhatTheTourLeftRunning() throws Exception {
        Path lock = folder.resolve("data/keyledger.lock");
        if (Files.exists(lock)) {
            long pid = Long.parseLong(Files.readString(lock).strip());
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
            ProcessHandle.of(pid)
                    .ifPresent(process -> process.onExit().orTimeout(30, TimeUnit.SECONDS).join());
        }
    }

    private String run(String script) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        ProcessBuilder bash =
                new ProcessBuilder(List.of("bash", "-c", script))
                        .directory(BuiltKeyledger.script().getParent().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        bash.environment().put("KEYLEDGER_JAVA_HOME", BuiltKeyledger.JAVA_HOME);
        bash.environment().put("KEYLEDGER_PORT", Integer.toString(FreePort.find()));
        bash.environment().put("KEYLEDGER_DATA", folder.resolve("data").toString());
        Process process = bash.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return Files.readString(output);
    }
}
