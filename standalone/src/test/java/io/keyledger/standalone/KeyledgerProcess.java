package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** What was built, run as people run it. */
final class KeyledgerProcess implements AutoCloseable {

    static final String READY = "Its documentation is on";

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;
    private final Path out;
    private final Path err;

    private KeyledgerProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static KeyledgerProcess start(
            Path workingDirectory, Map<String, String> environment, String... arguments)
            throws IOException {
        Path out = Files.createTempFile(workingDirectory, "out", ".txt");
        Path err = Files.createTempFile(workingDirectory, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(BuiltKeyledger.script().toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().keySet().removeIf(name -> name.startsWith("KEYLEDGER_"));
        builder.environment().put("KEYLEDGER_JAVA_HOME", BuiltKeyledger.JAVA_HOME);
        builder.environment().putAll(environment);
        builder.directory(workingDirectory.toFile());
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        return new KeyledgerProcess(builder.start(), out, err);
    }

    KeyledgerProcess untilReady() throws Exception {
        return untilSaid(READY);
    }

    KeyledgerProcess untilSaid(String words) throws Exception {
        return until(() -> out().contains(words));
    }

    KeyledgerProcess until(Callable<Boolean> happened) throws Exception {
        Instant until = Instant.now().plus(PATIENCE);
        while (!happened.call()) {
            assertThat(process.isAlive()).as("%s%s", out(), err()).isTrue();
            assertThat(Instant.now()).as("%s%s", out(), err()).isBefore(until);
            Thread.sleep(20);
        }
        return this;
    }

    int untilEnded() throws Exception {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(out()).isTrue();
        return process.exitValue();
    }

    int terminate() throws Exception {
        process.destroy();
        return untilEnded();
    }

    void kill() throws Exception {
        process.destroyForcibly();
        untilEnded();
    }

    String pid() {
        return Long.toString(process.pid());
    }

    String out() throws IOException {
        return Files.readString(out);
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    @Override
    public void close() throws Exception {
        if (process.isAlive()) {
            terminate();
        }
    }
}
