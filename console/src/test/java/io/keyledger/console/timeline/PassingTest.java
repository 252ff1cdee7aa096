package io.keyledger.console.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

class PassingTest {

    private static final String HEADING = "kind,id,occurred,ledgered,position,workspace\r\n";
    private static final String USE = "use,1-2,2026-11-28T08:00:00Z,,%d,acme\r\n";
    private static final String LINES_WITHIN =
            "change,x,t,t,%d,acme,\"two\r\nlines, \"\"q\"\"\r\n\"\r\n";

    private final Passing rows = new Passing();

    @Test
    void countsRowsWhereverTheyAreCutAndWhateverIsInThem() {
        String table =
                HEADING + USE.formatted(12) + LINES_WITHIN.formatted(9) + "complete,2,now\r\n";
        byte[] bytes = table.getBytes(UTF_8);
        for (byte each : bytes) {
            rows.pass(new byte[] {each}, 1);
        }
        assertThat(rows.entries()).isEqualTo(2);
        assertThat(rows.areComplete()).isTrue();
    }

    @Test
    void tellsWhereTheLastWholeRowIs() {
        pass(HEADING);
        assertThat(rows.entries()).isZero();
        pass(USE.formatted(12) + LINES_WITHIN.formatted(9) + "use,half");
        assertThat(rows.entries()).isEqualTo(2);
        assertThat(rows.position()).isEqualTo(9);
        assertThat(rows.areComplete()).isFalse();
    }

    private void pass(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        rows.pass(bytes, bytes.length);
    }
}
