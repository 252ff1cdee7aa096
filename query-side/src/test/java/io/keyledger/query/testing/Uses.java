package io.keyledger.query.testing;

import io.keyledger.shared.record.PersonalRef;
import io.keyledger.shared.use.AskedRoute;
import io.keyledger.shared.use.EntityKind;
import io.keyledger.shared.use.EntityVersion;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.KeyUses;
import io.keyledger.shared.use.KeyUsesHeader;
import io.keyledger.shared.use.MonitoredRefusal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Key uses of one service user, with one address and one user agent. */
public record Uses(UUID serviceUser, long address, long userAgent) {

    public KeyUses at(Instant decidedAt, KeyUse... uses) {
        return at(decidedAt, List.of(), uses);
    }

    /** The same, with an API in the header at index 1. */
    public KeyUses atApi(Instant decidedAt, UUID api, KeyUse... uses) {
        KeyUsesHeader header = at(decidedAt).header();
        return new KeyUses(
                new KeyUsesHeader(
                        decidedAt,
                        header.snapshot(),
                        List.of(
                                header.entities().getFirst(),
                                new EntityVersion(EntityKind.API, api, 0)),
                        header.personal()),
                List.of(uses));
    }

    /** The policies stand in the header from index 1 on. */
    public KeyUses at(Instant decidedAt, List<UUID> policies, KeyUse... uses) {
        List<EntityVersion> entities = new ArrayList<>();
        entities.add(new EntityVersion(EntityKind.SERVICE_USER, serviceUser, 1));
        for (UUID policy : policies) {
            entities.add(new EntityVersion(EntityKind.SECURITY_POLICY, policy, 0));
        }
        return new KeyUses(
                new KeyUsesHeader(
                        decidedAt,
                        "1:1:",
                        entities,
                        List.of(
                                new PersonalRef(address, "A".repeat(43)),
                                new PersonalRef(userAgent, "B".repeat(43)))),
                List.of(uses));
    }

    public static KeyUse allowed(String key, String permission) {
        return use(key, List.of(0), permission, null);
    }

    /** By a route of the API that stands there in the header; refused for a reason unless null. */
    public static KeyUse along(UUID route, int api, String key, @Nullable String reason) {
        return new KeyUse(
                key,
                List.of(0),
                "catalog.assets:view",
                "GET",
                "/v1/assets/7",
                reason,
                null,
                null,
                List.of(),
                new AskedRoute(null, api, route),
                null,
                0,
                1,
                null,
                null,
                null,
                1);
    }

    public static KeyUse refused(String key, String reason) {
        return use(key, List.of(0), "catalog.assets:view", reason);
    }

    public static KeyUse unknown(String key) {
        return use(key, List.of(), "catalog.assets:view", "unknown-key");
    }

    /** By the policy that stands there in the header, see {@link #at}. */
    public static KeyUse refusedBy(String key, String reason, int policy) {
        return use(key, List.of(0, policy), "catalog.assets:view", reason, policy, List.of());
    }

    public static KeyUse monitored(String key, String permission, MonitoredRefusal... refusals) {
        return use(key, List.of(0), permission, null, null, List.of(refusals));
    }

    /** Of the person that stands first in the header, which shows no key. */
    public static KeyUse byPerson(String permission) {
        return new KeyUse(
                null,
                List.of(0),
                permission,
                "GET",
                "/api/v1/workspaces/acme/roles",
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                1);
    }

    /** Guesses at a key, counted by the network they came from. */
    public static KeyUse guesses(String key, long count) {
        return new KeyUse(
                key,
                List.of(0),
                null,
                null,
                null,
                "wrong-secret",
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                "203.0.113.0/24",
                null,
                null,
                count);
    }

    private static KeyUse use(
            String key, List<Integer> entities, String permission, @Nullable String reason) {
        return use(key, entities, permission, reason, null, List.of());
    }

    private static KeyUse use(
            String key,
            List<Integer> entities,
            String permission,
            @Nullable String reason,
            @Nullable Integer refusedBy,
            List<MonitoredRefusal> monitored) {
        return new KeyUse(
                key,
                entities,
                permission,
                "GET",
                "/v1/assets/7",
                reason,
                null,
                refusedBy,
                monitored,
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
