package io.keyledger.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

class ConsoleSettingsTest {

    private static final String SENTENCE =
            "KEYLEDGER_EXPORTS_MEGABYTES must be a whole number from 1 to 9999999: ";

    @Test
    void roomForExportsIsAGigabyteUnlessItIsSaidOtherwise() {
        assertThat(ConsoleSettings.exportBytes(_ -> null)).isEqualTo(1L << 30);
        assertThat(ConsoleSettings.exportBytes(_ -> " ")).isEqualTo(1L << 30);
        assertThat(ConsoleSettings.exportBytes(_ -> " 64 ")).isEqualTo(64L << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "64MB", "many", "99999999"})
    void whatIsNoRoomForExportsIsRefusedByName(String set) {
        assertThatThrownBy(() -> ConsoleSettings.exportBytes(_ -> set))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(SENTENCE + set);
    }

    @Test
    void aConsoleWithAWrongSettingDoesNotStartAndSaysWhich()
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConsoleApplication.class.getName());
        builder.environment().put("KEYLEDGER_API", "http://127.0.0.1:1");
        builder.environment().put("KEYLEDGER_EXPORTS_MEGABYTES", "many");
        Process console = builder.redirectErrorStream(true).start();
        try {
            assertThat(new String(console.getInputStream().readAllBytes(), UTF_8).strip())
                    .isEqualTo(SENTENCE + "many");
            assertThat(console.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(console.exitValue()).isEqualTo(2);
        } finally {
            console.destroyForcibly();
        }
    }
}
