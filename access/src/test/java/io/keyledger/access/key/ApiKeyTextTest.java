package io.keyledger.access.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;

class ApiKeyTextTest {

    /** The checksum was computed apart, by zlib's crc32. */
    @Test
    void theTextIsAsDocumented() {
        SecureRandom zeros =
                new SecureRandom() {
                    @Override
                    public void nextBytes(byte[] bytes) {
                        java.util.Arrays.fill(bytes, (byte) 0);
                    }
                };
        String id = "0123456789ABCDEFGHIJKL";
        assertThat(ApiKeyText.generate(id, zeros).reveal())
                .isEqualTo("kl_" + id + "_" + "0".repeat(43) + "2pAq6j");
    }
}
