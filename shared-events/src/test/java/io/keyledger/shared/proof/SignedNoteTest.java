package io.keyledger.shared.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HexFormat;

/** The example of C2SP signed-note, and keys of RFC 8032, section 7.1. */
class SignedNoteTest {

    private static final String KEY =
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String NOTE =
            "This is an example message.\n\n— example.com/foo"
                    + " Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    @Test
    void thePublishedExampleVerifies() {
        assertThat(SignedNote.parse(NOTE).verified(VerifierKey.parse(KEY)))
                .isEqualTo("This is an example message.\n");
        assertThat(VerifierKey.parse(KEY).text()).isEqualTo(KEY);
    }

    @Test
    void anotherTextIsNotWhatWasSigned() {
        refuses(NOTE.replace("This", "That"), "bad-signature");
    }

    @Test
    void signaturesOfOthersAreLeftAside() {
        String other = "— example.com/other AAAAAAECAwQ=\n";
        assertThat(SignedNote.parse(NOTE + other).verified(VerifierKey.parse(KEY))).isNotEmpty();
        refuses(NOTE.substring(0, NOTE.indexOf('—')) + other, "unknown-key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\nno signature\n",
                "text\n\n— name\n",
                "text\n\n— name AAAA\n",
                "text\n\n— name AAAAAAE\n",
                "text\r\n\n— name AAAAAAE=\n",
                "text\n\n— na+me AAAAAAE=\n",
                "text\n\n— name AAAAAAE="
            })
    void whatIsNoNoteIsRefused(String note) {
        refuses(note, "malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/foo",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3Q=="
            })
    void whatIsNoVerifierKeyIsRefused(String key) {
        assertThatThrownBy(() -> VerifierKey.parse(key)).isInstanceOf(Unproven.class);
    }

    @Test
    void publicKeysAndSignaturesAreThoseOfTheSpecification() {
        SigningKey key =
                SigningKey.of(
                        HexFormat.of()
                                .parseHex(
                                        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
        assertThat(HexFormat.of().formatHex(key.verifier("x").publicKey()))
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assertThat(HexFormat.of().formatHex(key.sign("")))
                .isEqualTo(
                        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    }

    private static void refuses(String note, String code) {
        assertThatThrownBy(() -> SignedNote.parse(note).verified(VerifierKey.parse(KEY)))
                .isInstanceOfSatisfying(
                        Unproven.class, reason -> assertThat(reason.code()).isEqualTo(code));
    }
}
