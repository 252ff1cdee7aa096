package io.keyledger.shared.use;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;
import java.util.UUID;

class RecordIdTest {

    private static final String WRITER = "0199a1b2-c3d4-7e5f-8a0b-0c0d0e0f1011";

    @Test
    void comesBackFromItsText() {
        RecordId id = new RecordId(UUID.fromString(WRITER), 999_999_999_999_999_999L, 999_999_999);

        assertThat(id).hasToString(WRITER + "-999999999999999999-999999999");
        assertThat(RecordId.parse(id.toString())).isEqualTo(Optional.of(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                WRITER,
                WRITER + "-1",
                WRITER + "-1-",
                WRITER + "-1-2-3",
                WRITER + "--1-2",
                WRITER + "-1-1000000000",
                WRITER + "-9999999999999999999-0",
                WRITER + "-1-2 ",
                WRITER + "-١-2"
            })
    void otherTextIsNone(String text) {
        assertThat(RecordId.parse(text)).isEmpty();
    }
}
