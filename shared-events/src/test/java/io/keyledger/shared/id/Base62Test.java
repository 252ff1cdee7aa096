package io.keyledger.shared.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.UUID;

/** Expectations computed by another program. */
class Base62Test {

    @Test
    void numbersHaveTheDocumentedDigits() {
        byte[] all = new byte[32];
        Arrays.fill(all, (byte) 0xFF);

        assertThat(Base62.encode(new byte[] {0x0F, 0x04}, 3)).isEqualTo("100");
        assertThat(Base62.encode(new byte[0], 3)).isEqualTo("000");
        assertThat(Base62.encode(all, 43)).isEqualTo("yhjskwdA6OZ1AL1YmHWZWm8LLG7HjnuCA2j5rOw8Xp1");
    }

    @Test
    void aNumberTooLargeForTheLengthIsRefused() {
        assertThatThrownBy(() -> Base62.encode(new byte[] {0x0F, 0x04}, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void digitsSayTheNumber(@ForAll @Size(16) byte[] bytes) {
        BigInteger number = BigInteger.ZERO;
        for (char digit : Base62.encode(bytes, KeyId.LENGTH).toCharArray()) {
            int value =
                    digit <= '9' ? digit - '0' : digit <= 'Z' ? digit - 'A' + 10 : digit - 'a' + 36;
            number = number.multiply(BigInteger.valueOf(62)).add(BigInteger.valueOf(value));
        }

        assertThat(number).isEqualTo(new BigInteger(1, bytes));
    }

    @Test
    void keyIdsAreUuidsIn22Digits() {
        assertThat(KeyId.of(UUID.fromString("0199a1b2-c3d4-7e5f-8a0b-0c0d0e0f1011")))
                .isEqualTo("031CXB8t8e9Pxenlfppa3F");
        assertThat(KeyId.of(new UUID(0, 0))).isEqualTo("0".repeat(22));
        assertThat(KeyId.of(new UUID(-1, -1))).isEqualTo("7n42DGM5Tflk9n8mt7Fhc7");
        assertThat(KeyId.isKeyId("7n42DGM5Tflk9n8mt7Fhc7")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7n42DGM5Tflk9n8mt7Fhc",
                "7n42DGM5Tflk9n8mt7Fhc77",
                "7n42DGM5Tflk9n8mt7Fhc_",
                "7n42DGM5Tflk9n8mt7Fhcä",
                "7n42DGM5Tflk9n8mt7Fhc٣"
            })
    void otherTextIsNoKeyId(String text) {
        assertThat(KeyId.isKeyId(text)).isFalse();
    }
}
