package io.keyledger.access.web;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.request.PercentEncoding;

import org.jspecify.annotations.Nullable;

import java.nio.charset.CharacterCodingException;

/** The header {@code Reason}: percent-encoded UTF-8 (RFC 3986, section 2.1), 500 characters. */
final class ReasonHeader {

    static final String NAME = "Reason";

    private static final int MAX_LENGTH = 500;

    private ReasonHeader() {}

    static @Nullable String decode(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        String reason = decoded(header.strip());
        if (reason.codePointCount(0, reason.length()) > MAX_LENGTH) {
            throw refused("has more than " + MAX_LENGTH + " characters");
        }
        if (reason.codePoints().anyMatch(Character::isISOControl)) {
            throw refused("holds control characters");
        }
        return reason;
    }

    private static String decoded(String header) {
        try {
            return PercentEncoding.decode(header);
        } catch (CharacterCodingException _) {
            throw refused("is not percent-encoded UTF-8");
        }
    }

    private static ApiProblem refused(String what) {
        return ApiProblem.invalid(NAME, "The header Reason " + what + ".");
    }
}
