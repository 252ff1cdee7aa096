package io.keyledger.access.key;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Peppers in files {@code pepper-<version>.key}: 32 random bytes each, as base64url. */
final class PepperFiles {

    private static final Pattern NAME = Pattern.compile("pepper-([1-9]\\d{0,5})\\.key");
    private static final int BYTES = 32;

    private PepperFiles() {}

    static TreeMap<Integer, SecretKey> read(Path directory) {
        TreeMap<Integer, SecretKey> peppers = new TreeMap<>();
        for (Path file : files(directory)) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (name.matches()) {
                peppers.put(Integer.valueOf(name.group(1)), read1(file));
            }
        }
        if (peppers.isEmpty()) {
            throw new UnusablePeppers("There is no pepper file in " + directory + ".");
        }
        return peppers;
    }

    static void createFirst(Path directory) {
        try {
            Files.createDirectories(directory);
            boolean missing =
                    files(directory).stream()
                            .noneMatch(f -> NAME.matcher(f.getFileName().toString()).matches());
            if (missing) {
                OwnerOnlyFile.create(directory.resolve("pepper-1.key"), newPepper());
            }
        } catch (FileAlreadyExistsException _) {
            // Another process made it first, and it is read like any other.
        } catch (IOException _) {
            throw new UnusablePeppers("No pepper file can be written in " + directory + ".");
        }
    }

    private static String newPepper() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n";
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        } catch (IOException _) {
            throw new UnusablePeppers("The pepper directory " + directory + " cannot be read.");
        }
    }

    private static SecretKey read1(Path file) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(Files.readString(file).strip());
            if (bytes.length == BYTES) {
                return new SecretKeySpec(bytes, SecretHasher.ALGORITHM);
            }
        } catch (IOException | IllegalArgumentException _) {
            // Told below; the reason may hold what the file holds.
        }
        throw new UnusablePeppers(file + " does not hold a pepper of 32 bytes in base64url.");
    }
}
