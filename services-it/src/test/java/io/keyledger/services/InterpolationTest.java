package io.keyledger.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

class InterpolationTest {

    private final Interpolation variables =
            new Interpolation(Map.of("SET", "here", "EMPTY", "", "CASH", "$5"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain | plain",
                "$SET/x | here/x",
                "${SET}:${SET} | here:here",
                "${GONE} | ''",
                "${GONE:-other} | other",
                "${EMPTY:-other} | other",
                "${EMPTY-other} | ''",
                "${SET:-other} | here",
                "${GONE:-} | ''",
                "${GONE:-${SET}s} | heres",
                "${SET:+yes} | yes",
                "${EMPTY:+yes} | ''",
                "${EMPTY+yes} | yes",
                "${SET:?missing} | here",
                "${EMPTY?missing} | ''",
                "${GONE:-a b=c;d} | a b=c;d",
                "$${SET} | ${SET}",
                "${CASH} | $5",
            })
    void asTheSpecificationSays(String text, String value) {
        assertThat(variables.text(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"${GONE:?run it first}", "${EMPTY:?run it first}", "${GONE?run it first}"})
    void whatIsRequiredAndNotThereIsRefusedWithTheReason(String text) {
        assertThatThrownBy(() -> variables.text(text)).hasMessageContaining("run it first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5$", "${", "${}", "${SET", "$-", "${SET!x}"})
    void whatIsNoVariableIsRefused(String text) {
        assertThatThrownBy(() -> variables.text(text)).hasMessageContaining("no variable");
    }

    @Test
    void valuesAreReplacedHoweverDeepAndKeysAreNot() {
        assertThat(variables.in(Map.of("$SET", List.of(Map.of("a", "$SET", "n", 1), "${SET}"))))
                .isEqualTo(Map.of("$SET", List.of(Map.of("a", "here", "n", 1), "here")));
    }
}
