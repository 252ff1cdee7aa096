package io.keyledger.shared.id;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.text.Normalizer;
import java.util.Locale;

class NameKeyTest {

    @ParameterizedTest
    @CsvSource({
        "Deployer, dEPLOYER",
        "straße, STRASSE",
        "straße, STRAẞE",
        "ΟΔΟΣ, οδος",
        "οδοσ, οδος",
        "Ａｄａ, ada",
        "ﬁle, FILE",
        "é, e\u0301",
        "É, e\u0301",
        "İ, i\u0307",
        "K, k",
        "ŉ, ʼN"
    })
    void namesThatReadAlikeHaveOneKey(String one, String other) {
        assertThat(NameKey.of(one)).isEqualTo(NameKey.of(other));
    }

    @ParameterizedTest
    @CsvSource({"ada, adb", "a b, ab", "e, é", "a_b, a-b", "i, İ"})
    void namesThatReadDifferentlyHaveTwo(String one, String other) {
        assertThat(NameKey.of(one)).isNotEqualTo(NameKey.of(other));
    }

    @Property
    void aKeyIsItsOwnKey(@ForAll("names") String name) {
        assertThat(NameKey.of(NameKey.of(name))).isEqualTo(NameKey.of(name));
    }

    @Property
    void caseAndCompositionMakeNoDifference(@ForAll("names") String name) {
        assertThat(NameKey.of(name.toUpperCase(Locale.ROOT))).isEqualTo(NameKey.of(name));
        assertThat(NameKey.of(name.toLowerCase(Locale.ROOT))).isEqualTo(NameKey.of(name));
        assertThat(NameKey.of(Normalizer.normalize(name, Normalizer.Form.NFD)))
                .isEqualTo(NameKey.of(name));
    }

    /** What a username may hold. */
    @Provide
    Arbitrary<String> names() {
        return Arbitraries.integers()
                .between(' ', Character.MAX_CODE_POINT)
                .filter(Character::isLetterOrDigit)
                .array(int[].class)
                .ofMaxSize(8)
                .map(points -> new String(points, 0, points.length));
    }
}
