package io.keyledger.access.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.shared.id.KeyId;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Headers as attackers write them: no other key is ever read out of them than one that is shown.
 */
class CredentialHeadersProperties {

    private static final ApiKeyText ONE = key(1);
    private static final ApiKeyText OTHER = key(2);

    @Property(tries = 5_000)
    void aKeyIsReadOnlyWhereItAloneIsShown(
            @ForAll("values") List<String> authorization, @ForAll("values") List<String> apiKey) {
        Optional<PresentedKey> shown = CredentialHeaders.read(authorization, apiKey);

        assertThat(shown.isEmpty()).isEqualTo(authorization.isEmpty() && apiKey.isEmpty());
        if (shown.orElse(null) instanceof PresentedKey.WellFormed(var text)) {
            assertThat(text.reveal()).isIn(ONE.reveal(), OTHER.reveal());
            assertThat(authorization).allMatch(value -> isKey(text, withoutScheme(value)));
            assertThat(apiKey).allMatch(value -> value.strip().equals(text.reveal()));
        }
    }

    @Property(tries = 2_000)
    void anyHeadersAreReadOrRefused(
            @ForAll List<String> authorization, @ForAll List<String> apiKey) {
        assertThat(
                        CredentialHeaders.read(authorization, apiKey)
                                .orElse(new PresentedKey.Malformed()))
                .isEqualTo(new PresentedKey.Malformed());
    }

    @Provide
    Arbitrary<List<String>> values() {
        Arbitrary<String> pieces =
                Arbitraries.of(
                        ONE.reveal(),
                        OTHER.reveal(),
                        ONE.keyId(),
                        ONE.secretWithChecksum(),
                        pair(ONE.keyId(), ONE.secretWithChecksum()),
                        pair(OTHER.keyId(), ONE.secretWithChecksum()),
                        "Bearer ",
                        "bearer\t",
                        "BASIC ",
                        "Basic",
                        " ",
                        ",",
                        ":",
                        "=",
                        "\"",
                        "kl_",
                        "\u0000",
                        "é");
        return pieces.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(it -> String.join("", it))
                .list()
                .ofMaxSize(2);
    }

    private static String withoutScheme(String value) {
        return value.strip().replaceFirst("(?i)^(bearer|basic) ", "").strip();
    }

    private static boolean isKey(ApiKeyText key, String shown) {
        return shown.equals(key.reveal())
                || shown.equals(pair(key.keyId(), key.secretWithChecksum()));
    }

    private static String pair(String user, String password) {
        return Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.US_ASCII));
    }

    private static ApiKeyText key(long number) {
        return ApiKeyText.generate(KeyId.of(new UUID(7, number)), new SecureRandom());
    }
}
