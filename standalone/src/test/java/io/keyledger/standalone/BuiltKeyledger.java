package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The script that people start, over the jar that was just built. */
final class BuiltKeyledger {

    static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    static final String JAVA_HOME = System.getProperty("java.home");

    private static final Path JAR = Path.of(System.getProperty("keyledger.jar"));
    private static final Path SCRIPT = prepared();

    private BuiltKeyledger() {}

    static Path script() {
        return SCRIPT;
    }

    /** Else the script would build once more, in folders that other modules' tests read from. */
    private static Path prepared() {
        try {
            prepareQuickStarts();
            Files.write(JAR.resolveSibling("keyledger.built"), new byte[0]);
            return ROOT.resolve("keyledger");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void prepareQuickStarts() throws IOException, InterruptedException {
        Path said = Files.createTempFile("quick-start", ".txt");
        ProcessBuilder script =
                new ProcessBuilder(ROOT.resolve("standalone/quick-start.sh").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
        script.environment().put("JAVA_HOME", JAVA_HOME);
        assertThat(script.start().waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(JAR.resolveSibling("quick/keyledger.aot"))
                .as(Files.readString(said))
                .isNotEmptyFile();
        Files.delete(said);
    }
}
