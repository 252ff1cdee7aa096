package io.keyledger.shared.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1",
                "//",
                "/v1/",
                "/v1//a",
                "/v1/a{id}",
                "/v1/{id}.json",
                "/v1/{}",
                "/v1/{a b}",
                "/v1/{1}",
                "/v1/{id*}",
                "/v1/{id",
                "/v1/id}",
                "/v1/{id}/{id}",
                "/v1/..",
                "/v1/%2e%2e",
                "/v1/a%2fb",
                "/v1/a;b",
                "/v1/a.",
                "/v1/a?b"
            })
    void anotherFormIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PathTemplate.parse(text));
    }

    @Test
    void aTemplateHasAtMost512Characters() {
        assertThat(PathTemplate.parse("/" + "a".repeat(511)).segments()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathTemplate.parse("/" + "a".repeat(512)));
    }

    @Test
    void variablesAreNamedFromTheLeft() {
        assertThat(PathTemplate.parse("/v1/{ws}/assets/{id}").variables())
                .containsExactly("ws", "id");
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/v1/{id}, /v1/{}",
        "/v1/%41, /v1/A",
        "/v1/%c3%9f, /v1/%C3%9F",
        "/v1/%7b%7d, /v1/%7B%7D",
        "/v1/a%20b, /v1/a%20b"
    })
    void theFormIsTheSameForWhatMatchesTheSame(String text, String form) {
        assertThat(PathTemplate.parse(text).form()).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({
        "/a/{x}, /a/{y}, true",
        "/a/{x}, /{y}/b, true",
        "/%61, /a, true",
        "/a/{x}, /a/b, false",
        "/{x}/{y}, /a/{y}, false",
        "/a/{x}, /b/{x}, false",
        "/a/{x}, /a/{x}/b, false",
        "/a/{x}/c, /{x}/b/d, false"
    })
    void equallyGoodIsWhatNeitherIsCloserOf(String one, String other, boolean equally) {
        assertThat(PathTemplate.parse(one).isAsGoodAs(PathTemplate.parse(other)))
                .isEqualTo(equally);
    }
}
