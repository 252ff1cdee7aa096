package io.keyledger.query.paging;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.shared.record.Sha256;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A row's key as opaque text: base64url of eight bytes of SHA-256 over scope and key, then the key.
 * The sum tells damaged and misplaced cursors from good ones; it is no protection and needs none,
 * since a cursor gives access to nothing.
 */
final class Cursor {

    private static final int SUM_BYTES = 8;
    private static final int MAX_LENGTH = 1000;

    private Cursor() {}

    static String write(String scope, String... key) {
        byte[] text = String.join("\0", key).getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(sum(scope, text), SUM_BYTES + text.length);
        System.arraycopy(text, 0, all, SUM_BYTES, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    static List<String> read(String cursor, String scope, int parts) {
        byte[] all = decode(cursor);
        if (all.length > SUM_BYTES) {
            byte[] text = Arrays.copyOfRange(all, SUM_BYTES, all.length);
            byte[] sum = Arrays.copyOf(all, SUM_BYTES);
            List<String> key = List.of(new String(text, StandardCharsets.UTF_8).split("\0", -1));
            if (MessageDigest.isEqual(sum, sum(scope, text)) && key.size() == parts) {
                return key;
            }
        }
        throw bad();
    }

    private static byte[] decode(String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            throw bad();
        }
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException _) {
            throw bad();
        }
    }

    private static byte[] sum(String scope, byte[] text) {
        byte[] hash = Sha256.of(scope.getBytes(StandardCharsets.UTF_8), new byte[] {0}, text);
        return Arrays.copyOf(hash, SUM_BYTES);
    }

    private static ApiProblem bad() {
        return ApiProblem.invalid(
                "cursor", "cursor is not one that this list gave for these filters");
    }
}
