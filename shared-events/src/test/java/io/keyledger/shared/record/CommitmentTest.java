package io.keyledger.shared.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

class CommitmentTest {

    private static final byte[] SALT =
            HexFormat.of()
                    .parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    /** Expectations computed by another program from the documented formula. */
    @ParameterizedTest
    @CsvSource({
        "ADDRESS, 203.0.113.7, 45d010aaa480e5056d94d683011bf8006a8a8dade8b4c810d70a0879ff4b75e3",
        "USER_AGENT, curl/8.5, 5fe696e07b308037cea96dcfe58d79361b64535fe03879bb521efde4a82432d7",
        "REASON, Prüfung, e736ef9cabeccbbd50f8d4810d32f8fb0a7fafdbe7f001d24f2bdb6e907b1d34",
        "PERSON_NAME, Ada, 7f08f73d78c635a500c5b7a9d66f0aaae300491ab316de96ed94302a12962010"
    })
    void isTheDocumentedHash(PersonalKind kind, String value, String hash) {
        assertThat(Commitment.to(kind, value, SALT)).isEqualTo(HexFormat.of().parseHex(hash));
    }

    @Test
    void differsByKindByValueAndBySalt() {
        byte[] otherSalt = SALT.clone();
        otherSalt[31] ^= 1;

        assertThat(
                        Stream.of(
                                        Commitment.to(PersonalKind.REASON, "a", SALT),
                                        Commitment.to(PersonalKind.ADDRESS, "a", SALT),
                                        Commitment.to(PersonalKind.REASON, "b", SALT),
                                        Commitment.to(PersonalKind.REASON, "a", otherSalt))
                                .map(Arrays::toString))
                .doesNotHaveDuplicates();
    }

    @Test
    void takesASaltOf32BytesOnly() {
        assertThatThrownBy(() -> Commitment.to(PersonalKind.REASON, "a", new byte[31]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
