package io.keyledger.query.apikey;

import io.keyledger.query.current.AsOf;
import io.keyledger.query.history.Columns;
import io.keyledger.query.keyuse.KeyUsages;
import io.keyledger.query.paging.Conditions;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * Which keys are wanted; all conditions must hold. Without a status, all but deleted ones.
 *
 * @param unusedSince not used at that time or later, those never used among them
 * @param olderThanDays whose secret is older than so many times 24 hours
 * @param nearExpiryDays that expire within so many times 24 hours and have not expired yet
 */
record KeyFilter(
        @Nullable UUID user,
        @Nullable String status,
        @Nullable Instant unusedSince,
        @Nullable Integer olderThanDays,
        @Nullable Instant expiresBefore,
        @Nullable Integer nearExpiryDays) {

    private static final String UNUSED =
            "coalesce(%s < %s, true)"
                    .formatted(KeyUsages.LAST_USED, KeyUsages.MICROS.formatted(":unusedSince"));

    /** What the conditions need besides the key {@code k} itself. */
    String join() {
        return unusedSince == null ? "" : KeyUsages.JOIN;
    }

    /**
     * Aliases in braces are still to be replaced.
     *
     * @throws io.keyledger.access.problem.ApiProblem 400 for what cannot be asked of the past
     */
    void addTo(Conditions where, AsOf state) {
        state.refuseInThePast("unusedSince", unusedSince);
        where.and("k.service_user_id = :user", "user", user)
                .and(UNUSED, "unusedSince", utc(unusedSince))
                .and(
                        "k.secret_changed_at < {clock} - :age * interval '24 hours'",
                        "age",
                        olderThanDays)
                .and("k.expires_at < :expiresBefore", "expiresBefore", utc(expiresBefore))
                .and(
                        "k.expires_at > {clock} AND k.expires_at"
                                + " < {clock} + :near * interval '24 hours'",
                        "near",
                        nearExpiryDays);
        if (status == null) {
            where.and("k.status <> 'deleted'");
        } else {
            where.and("k.status = :status", "status", status);
        }
    }

    private static @Nullable Object utc(@Nullable Instant at) {
        return at == null ? null : Columns.atUtc(at);
    }
}
