package io.keyledger.query.keyuse;

import io.keyledger.query.history.EntryNumber;
import io.keyledger.shared.use.EntityKind;
import io.keyledger.shared.use.EntityVersion;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.KeyUses;
import io.keyledger.shared.use.KeyUsesHeader;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What one recorded use says about its key. */
public final class UsageOf {

    /** Refusals before the secret was found right, or of a caller who may not know the key. */
    private static final Set<String> NO_USE =
            Set.of("malformed-key", "unknown-key", "wrong-secret", "foreign-workspace");

    private UsageOf() {}

    /** Null when no key was found. */
    static @Nullable Usage use(KeyUses record, long position, int index) {
        KeyUse use = record.uses().get(index);
        if (use.keyId() == null || serviceUser(record.header(), use) == null) {
            return null;
        }
        Instant at = record.header().decidedAt();
        boolean used = use.reason() == null || !NO_USE.contains(use.reason());
        return new Usage(
                use.allowed() ? use.count() : 0,
                use.allowed() ? 0 : use.count(),
                used ? at : null,
                use.allowed() ? at : null,
                used ? last(record, use, at, EntryNumber.of(position, index)) : null);
    }

    /** The service user whose key it was, or null when no key was found. */
    public static @Nullable UUID serviceUser(KeyUsesHeader header, KeyUse use) {
        return first(header, use, EntityKind.SERVICE_USER);
    }

    /** The person whose token it was, or null when it was a key. */
    public static @Nullable UUID person(KeyUsesHeader header, KeyUse use) {
        return first(header, use, EntityKind.PERSON);
    }

    /** What uses are found by: the key's id, or the id of the person, who has no key. */
    public static @Nullable String shown(KeyUsesHeader header, KeyUse use) {
        UUID person = person(header, use);
        return person == null ? use.keyId() : person.toString();
    }

    private static @Nullable UUID first(KeyUsesHeader header, KeyUse use, EntityKind kind) {
        if (use.entities().isEmpty()) {
            return null;
        }
        EntityVersion first = header.entities().get(use.entities().getFirst());
        return first.kind() == kind ? first.id() : null;
    }

    private static LastUse last(KeyUses record, KeyUse use, Instant at, long entry) {
        return new LastUse(
                at,
                entry,
                use.reason(),
                use.permission(),
                use.method(),
                use.path(),
                record.header().reference(use.address()),
                record.header().reference(use.userAgent()));
    }
}
