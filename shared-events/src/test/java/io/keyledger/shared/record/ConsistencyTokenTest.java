package io.keyledger.shared.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;
import java.util.UUID;

class ConsistencyTokenTest {

    private static final UUID STORE = UUID.fromString("0199a1b2-c3d4-4e5f-8a0b-0c0d0e0f1011");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0199a1b2-c3d4-7e5f-8a0b-0c0d0e0f1012",
                "workspace:acme",
                "workspace:a-stream.with.dots"
            })
    void comesBackFromItsText(String stream) {
        var token = new ConsistencyToken(STORE, 4_294_967_295L, stream, 999_999_999_999_999_999L);

        assertThat(ConsistencyToken.parse(token.toString())).isEqualTo(Optional.of(token));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "0199a1b2-c3d4-4e5f-8a0b-0c0d0e0f1011",
                "0199a1b2-c3d4-4e5f-8a0b-0c0d0e0f1011.1.0.",
                "0199a1b2-c3d4-4e5f-8a0b-0c0d0e0f1011.1.0.a b",
                "0199a1b2-c3d4-4e5f-8a0b-0c0d0e0f1011.1.0.ä",
                "0199a1b2-c3d4-4e5f-8a0b-0c0d0e0f1011.1.-1.a",
                "0199a1b2-c3d4-4e5f-8a0b-0c0d0e0f1011.1.9999999999999999999.a",
                "0199A1B2-c3d4-4e5f-8a0b-0c0d0e0f1011.1.0.a",
                "0199a1b2c3d44e5f8a0b0c0d0e0f1011.1.0.a",
                "0199a1b2-c3d4-4e5f-8a0b-0c0d0e0f1011.1.0.a\n"
            })
    void otherTextIsNone(String text) {
        assertThat(ConsistencyToken.parse(text)).isEmpty();
    }
}
