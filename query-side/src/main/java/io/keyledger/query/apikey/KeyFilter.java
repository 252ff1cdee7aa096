package io.keyledger.query.apikey;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.Filters;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
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

    private static final List<String> STATUSES = List.of("enabled", "disabled", "deleted");
    private static final int MAX_DAYS = 36_500;

    /** The parameters as they were sent, to be read by {@link #read}. */
    record Raw(
            @Nullable String user,
            @Nullable String status,
            @Nullable String unusedSince,
            @Nullable String olderThanDays,
            @Nullable String expiresBefore,
            @Nullable String nearExpiryDays) {

        KeyFilter read() {
            return new KeyFilter(
                    Filters.id("user", user),
                    Filters.oneOf("status", status, STATUSES),
                    Filters.time("unusedSince", unusedSince),
                    days("olderThanDays", olderThanDays, 0),
                    Filters.time("expiresBefore", expiresBefore),
                    days("nearExpiryDays", nearExpiryDays, 1));
        }
    }

    private static @Nullable Integer days(String field, @Nullable String text, int least) {
        if (text == null) {
            return null;
        }
        int days = text.matches("0|[1-9]\\d{0,5}") ? Integer.parseInt(text) : -1;
        if (days < least || days > MAX_DAYS) {
            throw ApiProblem.invalid(
                    field, field + " is a number of days from " + least + " to " + MAX_DAYS);
        }
        return days;
    }

    void addTo(Conditions where) {
        where.and("k.service_user_id = :user", "user", user)
                .and(
                        "coalesce(u.last_used_at < :unusedSince, true)",
                        "unusedSince",
                        utc(unusedSince))
                .and(
                        "k.secret_changed_at < statement_timestamp() - :age * interval '24 hours'",
                        "age",
                        olderThanDays)
                .and("k.expires_at < :expiresBefore", "expiresBefore", utc(expiresBefore))
                .and(
                        "k.expires_at > statement_timestamp() AND k.expires_at"
                                + " < statement_timestamp() + :near * interval '24 hours'",
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
