package io.keyledger.access.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.shared.event.SecretHash;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

class PeppersTest {

    private static final ApiKeyText KEY =
            ApiKeyText.generate("0123456789ABCDEFGHIJKL", new SecureRandom());

    @TempDir private Path directory;

    @Test
    void theFirstPepperIsMadeOnRequestAloneAndForItsOwnerAlone() throws IOException {
        assertThatThrownBy(() -> Peppers.load(directory)).isInstanceOf(UnusablePeppers.class);
        Peppers made = Peppers.loadOrCreate(directory);
        Path file = directory.resolve("pepper-1.key");
        String content = Files.readString(file);
        assertThat(made.byVersion()).containsOnlyKeys(1);
        assertThat(Base64.getUrlDecoder().decode(content.strip())).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Peppers.loadOrCreate(directory);
        assertThat(Files.readString(file)).isEqualTo(content);
        assertThat(directory).isDirectoryNotContaining("glob:**.draft");
    }

    @Test
    void aNewPepperServesNewSecretsAndOldOnesStay() throws IOException {
        SecretHash old = new SecretHasher(Peppers.loadOrCreate(directory)).hash(KEY);
        writePepper(12, 32);
        SecretHasher hasher = new SecretHasher(Peppers.load(directory));
        SecretHash renewed = hasher.hash(KEY);
        assertThat(renewed.pepperVersion()).isEqualTo(12);
        assertThat(renewed.hmac()).isNotEqualTo(old.hmac());
        assertThat(hasher.shown(KEY).is(1, bytes(old))).isTrue();
        assertThat(hasher.shown(KEY).is(12, bytes(renewed))).isTrue();
        assertThat(hasher.shown(KEY).is(1, bytes(renewed))).isFalse();
    }

    @Test
    void nothingMatchesWithoutAHashOrWithoutItsPepper() {
        SecretHasher hasher = new SecretHasher(Peppers.loadOrCreate(directory));
        assertThat(hasher.shown(KEY).is(1, null)).isFalse();
        assertThat(hasher.shown(KEY).is(2, bytes(hasher.hash(KEY)))).isFalse();
        ApiKeyText other = ApiKeyText.generate(KEY.keyId(), new SecureRandom());
        assertThat(hasher.shown(other).is(1, bytes(hasher.hash(KEY)))).isFalse();
    }

    @Test
    void aPepperOfAnotherLengthIsRefusedWithoutBeingTold() throws IOException {
        String content = writePepper(1, 31);
        assertThatThrownBy(() -> Peppers.load(directory))
                .isInstanceOf(UnusablePeppers.class)
                .hasMessageContaining("pepper-1.key")
                .hasMessageNotContaining(content);
    }

    private String writePepper(int version, int length) throws IOException {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        String content = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Files.writeString(directory.resolve("pepper-" + version + ".key"), content);
        return content;
    }

    private static byte[] bytes(SecretHash hash) {
        return Base64.getUrlDecoder().decode(hash.hmac());
    }
}
