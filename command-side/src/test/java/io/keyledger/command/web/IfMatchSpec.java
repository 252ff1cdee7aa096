package io.keyledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.command.rule.ExpectedVersions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchSpec {

    @ParameterizedTest
    @ValueSource(strings = {"*", " * "})
    void aStarMatchesAnyVersion(String header) {
        assertThat(IfMatch.version(header)).isNull();
    }

    @Test
    void noHeaderMatchesAnyVersion() {
        assertThat(IfMatch.version(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"7\"", " \"7\" ", "\"7\",", ", \"7\"", "\"a,b\", \"7\"", "W/\"6\",\"7\""})
    void strongTagsThatAreVersionsMatch(String header) {
        assertThat(IfMatch.version(header)).isEqualTo(ExpectedVersions.of(7));
    }

    @Test
    void anyOfAListMatches() {
        assertThat(IfMatch.version("\"0\", \"7\" ,\"123456789012345678\""))
                .isEqualTo(ExpectedVersions.of(0, 7, 123456789012345678L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W/\"7\"",
                "\"\"",
                "\"07\"",
                "\"seven\"",
                "\"-7\"",
                "\"9999999999999999999\""
            })
    void whatWasNeverAVersionMatchesNone(String header) {
        assertThat(IfMatch.version(header)).isEqualTo(ExpectedVersions.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "7",
                "\"7",
                "7\"",
                "w/\"7\"",
                "W/ \"7\"",
                "\"7\" \"8\"",
                "\"7\", *",
                "\"a b\""
            })
    void whatIsNoListOfTagsIsRefused(String header) {
        assertThatThrownBy(() -> IfMatch.version(header))
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> assertThat(problem.field()).isEqualTo("If-Match"));
    }
}
