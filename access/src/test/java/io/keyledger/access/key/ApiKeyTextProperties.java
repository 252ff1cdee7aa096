package io.keyledger.access.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.shared.id.KeyId;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;

import java.security.SecureRandom;
import java.util.UUID;

class ApiKeyTextProperties {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Property
    void whatWasGeneratedIsReadBack(@ForAll long high, @ForAll long low) {
        ApiKeyText key = ApiKeyText.generate(KeyId.of(new UUID(high, low)), RANDOM);
        ApiKeyText read = ApiKeyText.parse(key.reveal()).orElseThrow();
        assertThat(read.keyId()).isEqualTo(KeyId.of(new UUID(high, low)));
        assertThat(read.secret()).isEqualTo(key.secret()).hasSize(43);
        assertThat(ApiKeyText.parse(key.keyId(), key.secretWithChecksum()).orElseThrow().reveal())
                .isEqualTo(key.reveal());
    }

    @Property
    void oneChangedCharacterIsToldWithoutALookUp(
            @ForAll @IntRange(max = 74) int place,
            @ForAll @Chars({'0', '9', 'A', 'Z', 'a', 'z', '_', ' ', 'é'}) char other) {
        String text = ApiKeyText.generate(KeyId.of(UUID.randomUUID()), RANDOM).reveal();
        String changed = text.substring(0, place) + other + text.substring(place + 1);
        if (!changed.equals(text)) {
            assertThat(ApiKeyText.parse(changed)).isEmpty();
        }
    }

    @Property
    void aTruncatedOrLengthenedKeyIsMalformed(@ForAll @IntRange(max = 74) int length) {
        String text = ApiKeyText.generate(KeyId.of(UUID.randomUUID()), RANDOM).reveal();
        assertThat(ApiKeyText.parse(text.substring(0, length))).isEmpty();
        assertThat(ApiKeyText.parse(text + text.substring(0, length + 1))).isEmpty();
    }

    @Property
    void anythingElseIsMalformed(@ForAll String text) {
        assertThat(PresentedKey.of(text)).isInstanceOf(PresentedKey.Malformed.class);
    }

    @Property(tries = 20)
    void printingAKeyTellsItsIdAlone(@ForAll long high, @ForAll long low) {
        ApiKeyText key = ApiKeyText.generate(KeyId.of(new UUID(high, low)), RANDOM);
        assertThat(new PresentedKey.WellFormed(key).toString())
                .contains(key.keyId())
                .doesNotContain(key.secret().substring(0, 8));
    }
}
