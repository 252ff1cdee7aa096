package io.keyledger.shared.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HexFormat;

class CborWriterTest {

    /** Examples of RFC 8949, appendix A. */
    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "1, 01",
        "10, 0a",
        "23, 17",
        "24, 1818",
        "25, 1819",
        "100, 1864",
        "1000, 1903e8",
        "1000000, 1a000f4240",
        "1000000000000, 1b000000e8d4a51000"
    })
    void numbersAreThoseOfTheStandard(long number, String hex) {
        assertThat(hex(new CborWriter().number(number))).isEqualTo(hex);
    }

    @ParameterizedTest
    @CsvSource({"'', 60", "a, 6161", "IETF, 6449455446", "ü, 62c3bc", "水, 63e6b0b4"})
    void textsAreThoseOfTheStandard(String text, String hex) {
        assertThat(hex(new CborWriter().text(text))).isEqualTo(hex);
    }

    @Test
    void bytesArraysAndNullAreThoseOfTheStandard() {
        assertThat(hex(new CborWriter().bytes(new byte[] {1, 2, 3, 4}))).isEqualTo("4401020304");
        assertThat(hex(new CborWriter().array(3).number(1).number(2).number(3)))
                .isEqualTo("83010203");
        assertThat(hex(new CborWriter().textOrNull(null).indexOrNull(null))).isEqualTo("f6f6");
    }

    @Test
    void negativeNumbersAreRefused() {
        assertThatThrownBy(() -> new CborWriter().number(-1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String hex(CborWriter writer) {
        return HexFormat.of().formatHex(writer.toBytes());
    }
}
