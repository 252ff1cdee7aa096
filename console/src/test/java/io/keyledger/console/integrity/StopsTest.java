package io.keyledger.console.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopsTest {

    @ParameterizedTest
    @CsvSource({
        "shorter-than-signed, true",
        "differs-from-signed, true",
        "origin-behind, true",
        "kept-of-another-log, true",
        "kept-unreadable, true",
        "cannot-be-kept, false",
        "log-damaged, false",
        "not-known-here, false"
    })
    void aNewOriginIsOfferedWhereItEndsTheStop(String code, boolean ends) {
        assertThat(Stops.endsWithNewOrigin(code)).isEqualTo(ends);
    }
}
