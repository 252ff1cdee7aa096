package io.keyledger.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;

class TimesTest {

    private static final Instant NOW = Instant.parse("2026-03-03T14:02:11Z");

    @ParameterizedTest
    @CsvSource({
        "PT3S,just now",
        "PT-3S,just now",
        "PT59S,59 seconds ago",
        "PT60S,1 minute ago",
        "PT3H10M,3 hours ago",
        "PT-49H,in 2 days",
        "P31D,31 Jan 2026"
    })
    void areNearOrADate(Duration ago, String text) {
        assertThat(new Times(NOW).near(NOW.minus(ago))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource("2026-03-03T14:02:11.9Z,'3 March 2026, 14:02:11 UTC'")
    void areExactInUtc(Instant at, String text) {
        assertThat(new Times(NOW).exact(at)).isEqualTo(text);
    }
}
