package io.keyledger.console.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T14:02, 2026-03-03T14:02:00Z",
        "2026-03-03T14:02:11, 2026-03-03T14:02:11Z",
        "2026-03-03T14:02:11Z, 2026-03-03T14:02:11Z",
        "2026-03-03t14:02:11z, 2026-03-03T14:02:11Z",
        "2026-03-03T14:02:11.123456Z, 2026-03-03T14:02:11.123456Z",
        "2026-03-03T14:02:11+02:00, 2026-03-03T12:02:11Z",
        "' 2026-03-03T14:02 ', 2026-03-03T14:02:00Z"
    })
    void aMomentIsReadAsBrowsersSendItOrAsInRfc3339(String sent, String moment) {
        assertThat(Moment.of(sent).sent()).isEqualTo(moment);
        assertThat(Moment.of(sent).isPast()).isTrue();
        assertThat(Moment.of(Moment.of(sent).text()).sent()).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-13-01T00:00",
                "2026-03-03",
                "+12026-01-01T00:00:00Z",
                "Z"
            })
    void whatIsNoTimeIsRefused(String sent) {
        assertThat(Moment.of(sent).unreadable()).isTrue();
        assertThatThrownBy(() -> Moment.required(sent)).isInstanceOf(Unreadable.class);
    }

    @Test
    void nothingIsNow() {
        assertThat(Moment.required(" ")).isEqualTo(Moment.NOW);
        assertThat(Moment.NOW.lets(true)).isTrue();
        assertThat(Moment.of("2026-03-03T14:02").lets(true)).isFalse();
    }
}
