package io.keyledger.command.rule;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

class FieldsProperties {

    @Property(tries = 500)
    void anAcceptedNameIsTrimmedShortWholeAndAcceptedAgain(@ForAll("texts") String text) {
        staysAsAccepted(text, it -> Fields.name("f", it));
    }

    @Property(tries = 500)
    void anAcceptedUsernameIsTrimmedShortWholeAndAcceptedAgain(@ForAll("texts") String text) {
        staysAsAccepted(text, it -> Fields.username("f", it));
    }

    @Property(tries = 500)
    void lettersAndDigitsOfAnyScriptMakeAUsername(@ForAll("words") String text) {
        assertThat(Fields.username("f", text)).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Integer> odd = Arbitraries.of(0, 9, 10, 0x20, 0xA0, 0x200B, 0x2028, 0xD835);
        Arbitrary<Integer> any = Arbitraries.integers().between(0, Character.MAX_CODE_POINT);
        Arbitrary<Integer> plain = Arbitraries.integers().between('a', 'z');
        return text(
                Arbitraries.frequencyOf(Tuple.of(1, odd), Tuple.of(1, any), Tuple.of(30, plain)),
                0,
                80);
    }

    @Provide
    Arbitrary<String> words() {
        return text(
                Arbitraries.integers()
                        .between('0', Character.MAX_CODE_POINT)
                        .filter(100_000, Character::isLetterOrDigit),
                1,
                64);
    }

    private static Arbitrary<String> text(Arbitrary<Integer> codePoints, int least, int most) {
        return codePoints
                .list()
                .ofMinSize(least)
                .ofMaxSize(most)
                .map(
                        points -> {
                            StringBuilder text = new StringBuilder();
                            points.forEach(text::appendCodePoint);
                            return text.toString();
                        });
    }

    private static void staysAsAccepted(String text, UnaryOperator<String> check) {
        String accepted;
        try {
            accepted = check.apply(text);
        } catch (Rejected refusal) {
            assertThat(refusal.code()).isEqualTo(RejectionCode.INVALID_VALUE);
            return;
        }
        assertThat(accepted).isNotBlank().isEqualTo(accepted.strip());
        assertThat(accepted.codePoints()).hasSizeLessThanOrEqualTo(64);
        assertThat(accepted.codePoints()).noneMatch(Character::isISOControl);
        assertThat(new String(accepted.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(accepted);
        assertThat(check.apply(accepted)).isEqualTo(accepted);
    }
}
