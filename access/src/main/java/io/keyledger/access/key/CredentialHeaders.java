package io.keyledger.access.key;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
        Set<Optional<String>> texts = new HashSet<>();
        authorization.forEach(value -> texts.add(fromAuthorization(value.strip())));
        apiKey.forEach(value -> texts.add(ApiKeyText.parse(value.strip()).map(ApiKeyText::reveal)));
        return switch (texts.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(texts.iterator().next().map(PresentedKey::of).orElse(MALFORMED));
            default -> Optional.of(MALFORMED);
        };
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

    private static Optional<String> fromAuthorization(String value) {
        String scheme = value.substring(0, value.indexOf(' ') + 1).toLowerCase(Locale.ROOT);
        String rest = value.substring(scheme.length()).strip();
        Optional<ApiKeyText> key =
                switch (scheme) {
                    case BEARER -> ApiKeyText.parse(rest);
                    case BASIC -> fromBasic(rest);
                    default -> Optional.empty();
                };
        return key.map(ApiKeyText::reveal);
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
