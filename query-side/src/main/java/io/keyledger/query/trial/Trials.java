package io.keyledger.query.trial;

import io.keyledger.access.check.Asked;
import io.keyledger.access.decision.Decider;
import io.keyledger.access.decision.Explanation;
import io.keyledger.access.decision.Secrets;
import io.keyledger.access.key.SecretHasher;
import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.quota.Leased;
import io.keyledger.access.quota.QuotaKey;
import io.keyledger.access.source.Source;
import io.keyledger.access.source.SourceAddress;
import io.keyledger.access.state.AccessCache;
import io.keyledger.access.state.AccessReader;
import io.keyledger.access.state.KeyState;
import io.keyledger.access.state.KnownKey;
import io.keyledger.access.state.OneServiceUser;
import io.keyledger.access.state.ServiceUserState;
import io.keyledger.access.state.Status;
import io.keyledger.access.state.StoredSecret;
import io.keyledger.query.current.Kind;
import io.keyledger.query.paging.Filters;
import io.keyledger.query.platform.Transactions;
import io.keyledger.shared.policy.RateLimit;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Tries uses: reads the access tables in one snapshot, and has what decides explain itself. */
@Component
class Trials {

    private static final byte[] NO_HASH = {};

    private final Transactions transactions;
    private final SecretHasher hasher;

    Trials(Transactions transactions, SecretHasher hasher) {
        this.transactions = transactions;
        this.hasher = hasher;
    }

    /**
     * What would come of it.
     *
     * @throws ApiProblem 404 if there is no such service user or key, 400 for an unreadable
     *     question
     */
    Tried of(String workspace, String id, TrialQuery query) throws SQLException {
        UUID user = Filters.id(id).orElseThrow(Kind.SERVICE_USER::unknown);
        Asked asked = query.asked();
        SourceAddress address = query.sourceAddress();
        Instant time = query.at();
        String key = query.keyId();
        return transactions.inOneSnapshot(
                connection -> {
                    AccessCache state = new AccessCache();
                    OneServiceUser one = state.load(new AccessReader(connection), user);
                    ServiceUserState found = one.user();
                    if (found == null || !found.workspace().equals(workspace)) {
                        throw Kind.SERVICE_USER.unknown();
                    }
                    Instant then = Objects.requireNonNullElse(time, one.now());
                    KeyState shown = key(found, key, then);
                    KnownKey known = new KnownKey(shown == null ? standIn(then) : shown, found);
                    Explanation explanation =
                            new Decider(state, new Secrets(hasher), then)
                                    .explain(known, asked, new Source(address, null, null));
                    return new Tried(
                            explanation,
                            known,
                            shown == null,
                            then,
                            address,
                            limits(connection, explanation, found, then, time == null));
                });
    }

    /** The one that is named, else the first that can be used, else the first. */
    private static @Nullable KeyState key(
            ServiceUserState user, @Nullable String named, Instant then) {
        if (named != null) {
            KeyState key = user.keys().get(named);
            if (key == null) {
                throw new ApiProblem(
                        HttpStatus.NOT_FOUND,
                        "unknown-key",
                        "there is no such key of this service user");
            }
            return key;
        }
        return user.keys().values().stream()
                .min(
                        Comparator.comparing((KeyState key) -> !isUsable(key, then))
                                .thenComparing(KeyState::id))
                .orElse(null);
    }

    private static boolean isUsable(KeyState key, Instant then) {
        return key.status() == Status.ENABLED
                && (key.expiresAt() == null || then.isBefore(key.expiresAt()));
    }

    /** So that whoever has no key yet learns what else would keep it from passing. */
    private static KeyState standIn(Instant then) {
        return new KeyState(
                AccessCache.NOBODYS_KEY,
                Status.ENABLED,
                null,
                new StoredSecret(0, NO_HASH, then),
                null,
                null);
    }

    private static List<Tried.Limit> limits(
            Connection connection,
            Explanation explanation,
            ServiceUserState user,
            Instant then,
            boolean isNow)
            throws SQLException {
        List<Tried.Limit> limits = new ArrayList<>();
        for (Explanation.Guarding each : explanation.policies()) {
            RateLimit limit = each.policy().guards().rateLimit();
            if (limit != null) {
                QuotaKey window = QuotaKey.at(then, each.policy().id(), user.id(), limit);
                limits.add(
                        new Tried.Limit(
                                each.policy(),
                                limit,
                                Instant.ofEpochSecond(window.windowEnd()),
                                isNow ? Leased.of(connection, window) : null));
            }
        }
        return limits;
    }
}
