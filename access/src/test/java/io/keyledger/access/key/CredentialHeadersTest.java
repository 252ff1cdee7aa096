package io.keyledger.access.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

class CredentialHeadersTest {

    private static final ApiKeyText KEY = key();
    private static final String BASIC = "Basic " + pair(KEY.keyId(), KEY.secretWithChecksum());

    @Test
    void noHeaderIsNoKey() {
        assertThat(CredentialHeaders.read(List.of(), List.of())).isEmpty();
    }

    @Test
    void eachFormIsTheSameKey() {
        assertShown(List.of("Bearer " + KEY.reveal()), List.of());
        assertShown(List.of("bearer  " + KEY.reveal() + " "), List.of());
        assertShown(List.of(BASIC), List.of());
        assertShown(List.of(), List.of(KEY.reveal()));
        assertShown(List.of("Bearer " + KEY.reveal(), BASIC), List.of(KEY.reveal()));
    }

    @Test
    void twoDifferentKeysAreMalformed() {
        assertMalformed(List.of("Bearer " + KEY.reveal()), List.of(key().reveal()));
        assertMalformed(List.of("Bearer " + KEY.reveal()), List.of("nonsense"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Bearer", "Bearer x", "Basic !", "Basic eDp5", "Digest a=b", "kl_x"})
    void anythingElseIsMalformed(String authorization) {
        assertMalformed(List.of(authorization), List.of());
    }

    @Test
    void theChecksumOfBasicIsTheWholeTexts() {
        String other = pair("0123456789ABCDEFGHIJKM", KEY.secretWithChecksum());
        assertMalformed(List.of("Basic " + other), List.of());
    }

    private static void assertShown(List<String> authorization, List<String> apiKey) {
        PresentedKey shown = CredentialHeaders.read(authorization, apiKey).orElseThrow();
        assertThat(((PresentedKey.WellFormed) shown).text().reveal()).isEqualTo(KEY.reveal());
    }

    private static void assertMalformed(List<String> authorization, List<String> apiKey) {
        assertThat(CredentialHeaders.read(authorization, apiKey))
                .contains(new PresentedKey.Malformed());
    }

    private static ApiKeyText key() {
        return ApiKeyText.generate("0123456789ABCDEFGHIJKL", new SecureRandom());
    }

    private static String pair(String id, String secret) {
        byte[] pair = (id + ":" + secret).getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder().encodeToString(pair);
    }
}
