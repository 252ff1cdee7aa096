package io.keyledger.access.key;

import java.time.Instant;
import java.util.List;

/**
 * A token that an OpenID Connect provider signed, read and verified; how long it is good is for the
 * check to say, by the database's clock. Of the token itself nothing is kept.
 *
 * @param name the person's, as the provider says it; personal, and so never printed
 * @param groups what the groups claim holds, whatever it means
 */
public record PersonToken(
        Identity identity, String name, List<String> groups, Instant issuedAt, Instant expiresAt) {

    /** Whom the token is about: a subject of one issuer. */
    public record Identity(String issuer, String subject) {}

    public PersonToken {
        groups = List.copyOf(groups);
    }

    @Override
    public String toString() {
        return "PersonToken[" + identity + "]";
    }
}
