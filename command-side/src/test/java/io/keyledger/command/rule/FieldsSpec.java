package io.keyledger.command.rule;

import static io.keyledger.command.rule.RejectionCode.INVALID_VALUE;
import static io.keyledger.command.rule.RejectionCode.OWNER_ONLY;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.spec.Spec;
import io.keyledger.shared.permission.OwnerPermissions;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class FieldsSpec {

    private static final String ASTRAL = "\uD835\uDD38";

    @Nested
    class Names {

        @Test
        void areTrimmed() {
            assertThat(Fields.name("f", " \u2003a b\n")).isEqualTo("a b");
        }

        @Test
        void areCountedInCharactersNotInHalves() {
            assertThat(Fields.name("f", ASTRAL.repeat(64))).isEqualTo(ASTRAL.repeat(64));
            of(() -> Fields.name("f", ASTRAL.repeat(65))).rejected(INVALID_VALUE, "f");
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", "  ", "\u00A0", "\u200B", "a\u0000b", "a\u007Fb"})
        void areNotEmptyOrUnseen(String name) {
            of(() -> Fields.name("f", name)).rejected(INVALID_VALUE, "f");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\nb", "a\tb", "a\u2028b", "\uD835"})
        void areOneLineOfWholeCharacters(String name) {
            of(() -> Fields.name("f", name)).rejected(INVALID_VALUE, "f");
        }
    }

    @Nested
    class Usernames {

        @ParameterizedTest
        @ValueSource(strings = {"etl loader", "a.b_c-d@e", "Ünïcode", "データ", "१२", "e\u0301"})
        void areLettersDigitsSpacesAndAFewSigns(String username) {
            assertThat(Fields.username("f", username)).isEqualTo(username);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a/b", "a:b", "a\tb", "a\u00A0b", "a\u200Bb", "😀", "a+b"})
        void areNothingElse(String username) {
            of(() -> Fields.username("f", username)).rejected(INVALID_VALUE, "f");
        }
    }

    @Nested
    class Texts {

        @Test
        void aDescriptionIsOptionalAndMayHaveLines() {
            assertThat(Fields.description("f", null)).isEmpty();
            assertThat(Fields.description("f", " a\n\tb ")).isEqualTo("a\n\tb");
        }

        @Test
        void aDescriptionHasAtMost500Characters() {
            assertThat(Fields.description("f", "x".repeat(500))).hasSize(500);
            of(() -> Fields.description("f", "x".repeat(501))).rejected(INVALID_VALUE, "f");
        }

        @Test
        void aBlankOwnerIsNone() {
            assertThat(Fields.owner("f", " ")).isNull();
            assertThat(Fields.owner("f", null)).isNull();
            assertThat(Fields.owner("f", " data team ")).isEqualTo("data team");
            of(() -> Fields.owner("f", "x".repeat(201))).rejected(INVALID_VALUE, "f");
        }
    }

    @Nested
    class Labels {

        @Test
        void areSortedAndTrimmed() {
            assertThat(Fields.labels("f", Map.of("b", " 2 ", "a/x.y_z-0", "1")).toString())
                    .isEqualTo("{a/x.y_z-0=1, b=2}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "A", "a b", "ä"})
        void haveKeysOfAForm(String key) {
            of(() -> Fields.labels("f", Map.of(key, "x"))).rejected(INVALID_VALUE, "f");
        }

        @Test
        void areAtMost32OfLimitedLength() {
            of(() -> Fields.labels("f", some(33))).rejected(INVALID_VALUE, "f");
            assertThat(Fields.labels("f", some(32))).hasSize(32);
            of(() -> Fields.labels("f", Map.of("a".repeat(64), ""))).rejected(INVALID_VALUE, "f");
            of(() -> Fields.labels("f", Map.of("a", "x".repeat(256)))).rejected(INVALID_VALUE, "f");
        }

        @Test
        void haveValues() {
            Map<String, String> labels = new HashMap<>();
            labels.put("a", null);
            of(() -> Fields.labels("f", labels)).rejected(INVALID_VALUE, "f");
        }

        private Map<String, String> some(int count) {
            return IntStream.range(0, count)
                    .boxed()
                    .collect(Collectors.toMap(i -> "k" + i, _ -> "v"));
        }
    }

    @Nested
    class Permissions {

        @Test
        void areSortedEachOnce() {
            assertThat(Fields.permissions("f", List.of("b:x", "a:x", "b:x")))
                    .containsExactly("a:x", "b:x");
        }

        @Test
        void areNamedByTheirPlaceWhenRefused() {
            of(() -> Fields.permissions("f", List.of("a:x", "a"))).rejected(INVALID_VALUE, "f[1]");
            of(() -> Fields.permissions("f", Collections.singletonList(null)))
                    .rejected(INVALID_VALUE, "f[0]");
            of(() -> Fields.permissions("f", List.of("a:x", OwnerPermissions.ALL.getLast())))
                    .rejected(OWNER_ONLY, "f[1]");
        }

        @Test
        void areAtMost500() {
            of(() -> Fields.permissions("f", Collections.nCopies(501, "a:x")))
                    .rejected(INVALID_VALUE, "f");
        }
    }

    @Test
    void slugsHaveTheirForm() {
        assertThat(Fields.slug("f", "a-1")).isEqualTo("a-1");
        for (String slug : List.of("a", "A1", "a".repeat(41), "a b", "a\n")) {
            of(() -> Fields.slug("f", slug)).rejected(INVALID_VALUE, "f");
        }
        of(() -> Fields.slug("f", null)).rejected(INVALID_VALUE, "f");
    }

    @Test
    void aStaleVersionIsRefusedAndNoneIsNot() {
        Versions.mustBe(null, 7);
        Versions.mustBe(ExpectedVersions.of(7), 7);
        Versions.mustBe(ExpectedVersions.of(6, 7), 7);
        of(() -> {
                    Versions.mustBe(ExpectedVersions.of(6, 8), 7);
                    return "";
                })
                .rejected(RejectionCode.STALE_VERSION, "If-Match");
    }

    private static Spec.Outcome<Object> of(Supplier<?> value) {
        return new Spec.Outcome<>(() -> List.of(value.get()));
    }
}
