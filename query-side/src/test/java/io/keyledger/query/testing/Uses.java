package io.keyledger.query.testing;

import io.keyledger.shared.record.PersonalRef;
import io.keyledger.shared.use.EntityKind;
import io.keyledger.shared.use.EntityVersion;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.KeyUses;
import io.keyledger.shared.use.KeyUsesHeader;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Key uses of one service user, with one address and one user agent. */
public record Uses(UUID serviceUser, long address, long userAgent) {

    public KeyUses at(Instant decidedAt, KeyUse... uses) {
        return new KeyUses(
                new KeyUsesHeader(
                        decidedAt,
                        "1:1:",
                        List.of(new EntityVersion(EntityKind.SERVICE_USER, serviceUser, 1)),
                        List.of(
                                new PersonalRef(address, "A".repeat(43)),
                                new PersonalRef(userAgent, "B".repeat(43)))),
                List.of(uses));
    }

    public static KeyUse allowed(String key, String permission) {
        return use(key, List.of(0), permission, null);
    }

    public static KeyUse refused(String key, String reason) {
        return use(key, List.of(0), "catalog.assets:view", reason);
    }

    public static KeyUse unknown(String key) {
        return use(key, List.of(), "catalog.assets:view", "unknown-key");
    }

    private static KeyUse use(
            String key, List<Integer> entities, String permission, @Nullable String reason) {
        return new KeyUse(
                key,
                entities,
                permission,
                "GET",
                "/v1/assets/7",
                reason,
                null,
                null,
                List.of(),
                null,
                null,
                0,
                1,
                null,
                null,
                "req-1",
                1);
    }
}
