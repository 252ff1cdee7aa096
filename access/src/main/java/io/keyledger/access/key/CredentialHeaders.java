package io.keyledger.access.key;

import io.keyledger.access.key.PresentedKey.WellFormed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the key in a request's headers: {@code Authorization: Bearer <key>} (RFC 6750), {@code
 * Authorization: Basic} with key ID and secret (RFC 7617), {@code X-API-Key: <key>}.
 */
public final class CredentialHeaders {

    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";
    private static final PresentedKey MALFORMED = new PresentedKey.Malformed();

    private CredentialHeaders() {}

    /** The key shown, or nothing when none is. The same key shown twice is one. */
    public static Optional<PresentedKey> read(List<String> authorization, List<String> apiKey) {
        List<Optional<ApiKeyText>> shown = new ArrayList<>();
        authorization.forEach(value -> shown.add(fromAuthorization(value.strip())));
        apiKey.forEach(value -> shown.add(ApiKeyText.parse(value.strip())));
        return shown.isEmpty() ? Optional.empty() : Optional.of(oneOf(shown));
    }

    private static PresentedKey oneOf(List<Optional<ApiKeyText>> shown) {
        Optional<ApiKeyText> first = shown.getFirst();
        Optional<String> text = first.map(ApiKeyText::reveal);
        boolean same = shown.stream().allMatch(each -> each.map(ApiKeyText::reveal).equals(text));
        return same ? first.<PresentedKey>map(WellFormed::new).orElse(MALFORMED) : MALFORMED;
    }

    /** The bearer token that a header shows, unless it begins as our own keys do. */
    public static Optional<String> foreignBearer(String authorization) {
        String value = authorization.strip();
        if (!value.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        String token = value.substring(BEARER.length()).strip();
        return token.startsWith(ApiKeyText.PREFIX) ? Optional.empty() : Optional.of(token);
    }

    private static Optional<ApiKeyText> fromAuthorization(String value) {
        String scheme = value.substring(0, value.indexOf(' ') + 1).toLowerCase(Locale.ROOT);
        String rest = value.substring(scheme.length()).strip();
        return switch (scheme) {
            case BEARER -> ApiKeyText.parse(rest);
            case BASIC -> fromBasic(rest);
            default -> Optional.empty();
        };
    }

    private static Optional<ApiKeyText> fromBasic(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.US_ASCII);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : ApiKeyText.parse(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
