package io.keyledger.shared.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HexFormat;

class CborReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET",
                "/\u00fc",
                "\u20ac",
                "\ud83d\ude00",
                "\ufffd",
                "a\ufffdb",
                "\u0000"
            })
    void aTextIsReadAsItWasWritten(String text) {
        CborReader in = new CborReader(new CborWriter().text(text).number(7).toBytes());

        assertThat(in.text()).isEqualTo(text);
        assertThat(in.number()).isEqualTo(7);
    }

    /**
     * A lone byte, a cut sequence, an overlong NUL, half a surrogate pair, and one beside U+FFFD.
     */
    @ParameterizedTest
    @ValueSource(strings = {"61ff", "61c3", "62c080", "63eda080", "64efbfbdff"})
    void aTextThatIsNotUtf8IsRefused(String item) {
        CborReader in = new CborReader(HexFormat.of().parseHex(item));

        assertThatThrownBy(in::text)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UTF-8");
    }
}
