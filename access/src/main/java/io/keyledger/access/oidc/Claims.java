package io.keyledger.access.oidc;

import com.nimbusds.jwt.JWTClaimsSet;

import io.keyledger.access.key.PersonToken;
import io.keyledger.access.key.PersonToken.Identity;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.source.RecordableText;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads what of a token's claims is looked at. */
record Claims(OidcSettings settings) {

    /** OpenID Connect Core 1.0, section 2. */
    private static final int LONGEST_SUBJECT = 255;

    private static final int LONGEST_NAME = 200;

    /** The token with these claims, which were verified; refused if its subject can be none. */
    PresentedKey read(JWTClaimsSet claims) {
        String subject = claims.getSubject();
        if (!subject.matches("[\\x20-\\x7e]{1," + LONGEST_SUBJECT + "}") || subject.isBlank()) {
            return new PresentedKey.RefusedToken(false);
        }
        return new PresentedKey.Token(
                new PersonToken(
                        new Identity(claims.getIssuer(), subject),
                        name(claims, subject),
                        groups(value(claims.getClaims(), settings.groupsClaim())),
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()));
    }

    private String name(JWTClaimsSet claims, String subject) {
        return Stream.of(settings.nameClaim(), "preferred_username", "email")
                .map(claim -> value(claims.getClaims(), claim))
                .map(value -> value instanceof String text ? text.strip() : null)
                .map(text -> RecordableText.of(text, LONGEST_NAME))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(subject);
    }

    private static List<String> groups(@Nullable Object value) {
        return switch (value) {
            case String one -> List.of(one);
            case Collection<?> many ->
                    many.stream().filter(String.class::isInstance).map(String.class::cast).toList();
            case null, default -> List.of();
        };
    }

    /** A claim by its name, dots and all, or else by its path. */
    private static @Nullable Object value(Map<?, ?> claims, String name) {
        if (claims.containsKey(name)) {
            return claims.get(name);
        }
        int dot = name.indexOf('.');
        return dot > 0 && claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? value(inner, name.substring(dot + 1))
                : null;
    }
}
