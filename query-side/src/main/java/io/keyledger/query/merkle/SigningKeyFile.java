package io.keyledger.query.merkle;

import io.keyledger.access.key.OwnerOnlyFile;
import io.keyledger.shared.proof.SigningKey;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The key that signs checkpoints: 32 random bytes in base64url, in {@code checkpoint.key}. */
final class SigningKeyFile {

    static final String NAME = "checkpoint.key";

    private static final int BYTES = 32;

    private SigningKeyFile() {}

    static SigningKey read(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            byte[] seed = Base64.getUrlDecoder().decode(Files.readString(file).strip());
            if (seed.length == BYTES) {
                return SigningKey.of(seed);
            }
        } catch (IOException | IllegalArgumentException _) {
            // Told below; the reason may hold what the file holds.
        }
        throw new UnusableSigningKey(
                file + " does not hold a signing key of 32 bytes in base64url.");
    }

    static void createIfMissing(Path folder) {
        try {
            Files.createDirectories(folder);
            if (!Files.exists(folder.resolve(NAME))) {
                OwnerOnlyFile.create(folder.resolve(NAME), newKey());
            }
        } catch (FileAlreadyExistsException _) {
            // Another process made it first, and it is read like any other.
        } catch (IOException _) {
            throw new UnusableSigningKey("No signing key can be written in " + folder + ".");
        }
    }

    private static String newKey() {
        byte[] seed = new byte[BYTES];
        new SecureRandom().nextBytes(seed);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(seed) + "\n";
    }
}
