package io.keyledger.shared.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class RequestPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1/assets",
                "//",
                "//v1",
                "/v1//assets",
                "/v1/assets//",
                "/.",
                "/..",
                "/v1/./assets",
                "/v1/../admin",
                "/v1/assets/..",
                "/%2e",
                "/%2e%2e/admin",
                "/%2E%2E/admin",
                "/.%2e/admin",
                "/%2e./admin",
                "/...",
                "/v1/..;/admin",
                "/v1/assets;x=1",
                "/v1;a/assets",
                "/v1/assets%3bx=1",
                "/v1%2fassets",
                "/v1%2Fassets",
                "/v1\\assets",
                "/v1%5cassets",
                "/..%5cadmin",
                "/v1/a%00",
                "/v1/a%00.json",
                "/v1/a%0a",
                "/v1/a%0d%0ab",
                "/v1/a%7f",
                "/v1/a%c2%85",
                "/v1/assets.",
                "/v1./assets",
                "/v1/assets%2e",
                "/v1/assets%20",
                "/v1/assets ",
                "/v1/a b",
                "/v1/a\tb",
                "/v1/%252e%252e/admin",
                "/v1%252fassets",
                "/v1/100%25",
                "/v1/%c0%ae%c0%ae/admin",
                "/v1/%c0%af",
                "/v1/%e0%80%af",
                "/v1/%f8%88%80%80%80",
                "/v1/%ed%a0%80",
                "/v1/%ff",
                "/v1/%c3",
                "/v1/%",
                "/v1/%4",
                "/v1/%zz",
                "/v1/%u002e",
                "/v1/%+1",
                "/v1/straße",
                "/v1/．．/admin",
                "/v1/assets?x=1",
                "/v1/assets#x",
                "/v1/{id}",
                "/v1/<a>",
                "/v1/a|b",
                "/v1/a^b",
                "/v1/a\"b",
                "http://host/v1",
                "*"
            })
    void whatCanBeReadInTwoWaysIsNoPath(String path) {
        assertThat(RequestPath.parse(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/v1 v1",
                "/v1/assets v1|assets",
                "/V1/Assets V1|Assets",
                "/v1/%41ssets v1|Assets",
                "/v1/%61ssets v1|assets",
                "/v1/a%20b v1|a_b",
                "/v1/stra%c3%9fe v1|straße",
                "/v1/stra%C3%9Fe v1|straße",
                "/v1/%ef%bc%8e%ef%bc%8e v1|．．",
                "/v1/.hidden v1|.hidden",
                "/v1/..a v1|..a",
                "/v1/a.json v1|a.json",
                "/v1/a:verb v1|a:verb",
                "/v1/a+b v1|a+b",
                "/v1/a@b,c=d&e v1|a@b,c=d&e",
                "/v1/%7bid%7d v1|{id}",
                "/v1/%3f v1|?",
                "/~me ~me"
            })
    void whatIsPlainIsDecodedOnce(String path, String segments) {
        assertThat(RequestPath.parse(path).orElseThrow().segments())
                .containsExactly(segments.replace('_', ' ').split("\\|"));
    }

    @Test
    void theRootHasNoSegmentsAndATrailingSlashIsOneMore() {
        assertThat(RequestPath.parse("/").orElseThrow().segments()).isEmpty();
        assertThat(RequestPath.parse("/v1/").orElseThrow().segments()).isEqualTo(List.of("v1", ""));
    }

    @Test
    void aPathHasAtMost2048Characters() {
        assertThat(RequestPath.parse("/" + "a".repeat(2047))).isPresent();
        assertThat(RequestPath.parse("/" + "a".repeat(2048))).isEmpty();
        assertThat(RequestPath.parse("/" + "a".repeat(3000))).isEmpty();
        assertThat(RequestPath.parse("/a".repeat(1024))).isPresent();
    }
}
