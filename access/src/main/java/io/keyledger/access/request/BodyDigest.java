package io.keyledger.access.request;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 of a request's body, byte by byte as it came, of requests that carry an {@code
 * Idempotency-Key}. It is taken while the body is read, so that no body is kept for it.
 */
public final class BodyDigest {

    private static final String ATTRIBUTE = BodyDigest.class.getName();

    private BodyDigest() {}

    /** The digest that such a request's body is to go into as it is read. */
    static @Nullable MessageDigest wantedOf(HttpServletRequest request) {
        if (request.getHeader("Idempotency-Key") == null) {
            return null;
        }
        MessageDigest digest = sha256();
        request.setAttribute(ATTRIBUTE, digest);
        return digest;
    }

    /** Reads what is left of the body; to be asked once. */
    public static byte[] of(HttpServletRequest request) throws IOException {
        request.getInputStream().transferTo(OutputStream.nullOutputStream());
        if (request.getAttribute(ATTRIBUTE) instanceof MessageDigest digest) {
            return digest.digest();
        }
        throw new IllegalStateException("no digest of the body was taken");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
