package io.keyledger.benchmark.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;

/**
 * Keys that are there, and what guesses at them look like.
 *
 * @param existing those that are there
 */
record Keys(List<String> existing) {

    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID_LENGTH = 22;
    private static final int SECRET_LENGTH = 43;
    private static final int CHECKSUM_LENGTH = 6;

    /** Those of a file with a key a line. */
    static Keys of(String file) throws IOException {
        return new Keys(Files.readAllLines(Path.of(file)));
    }

    /** One that looks like a key, and is none. */
    String unknown() {
        return key(digits(ID_LENGTH));
    }

    /** A key that exists, shown with another secret. */
    String wrongSecret() {
        return key(some().substring(3, 3 + ID_LENGTH));
    }

    String either() {
        return ThreadLocalRandom.current().nextBoolean() ? unknown() : wrongSecret();
    }

    /** One that is there. */
    String some() {
        return existing.get(ThreadLocalRandom.current().nextInt(existing.size()));
    }

    private static String key(String id) {
        String text = "kl_" + id + "_" + digits(SECRET_LENGTH);
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        char[] checksum = new char[CHECKSUM_LENGTH];
        long rest = crc.getValue();
        for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
            checksum[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        return text + new String(checksum);
    }

    private static String digits(int length) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int digit = ThreadLocalRandom.current().nextInt(DIGITS.length());
            digits.append(DIGITS.charAt(digit));
        }
        return digits.toString();
    }
}
