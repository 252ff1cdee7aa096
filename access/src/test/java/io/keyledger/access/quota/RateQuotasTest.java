package io.keyledger.access.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.fixture.Fixture;
import io.keyledger.shared.policy.RateLimit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

class RateQuotasTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private static Fixture fixture;

    private final RateQuotas node = new RateQuotas();

    @BeforeAll
    static void open() {
        fixture = Fixture.create();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    /** Leased by one statement: users, policies, limits and lengths of windows differ. */
    @Test
    void eachOfManyHasWhatWasLeasedForIt() throws SQLException {
        UUID policy = Fixture.IDS.next();
        UUID user = Fixture.IDS.next();
        List<QuotaKey> keys =
                Stream.iterate(1, i -> i + 1)
                        .limit(60)
                        .flatMap(
                                i ->
                                        Stream.of(
                                                key(policy, Fixture.IDS.next(), 20L * i, 60),
                                                key(Fixture.IDS.next(), user, 20L * i, 3_600),
                                                key(policy, user, 20L * i, 100 + i)))
                        .toList();
        provide(NOW, keys);
        Map<QuotaKey, Long> left = new HashMap<>();
        Map<QuotaKey, Long> leased = new HashMap<>();
        try (Connection connection = fixture.database.command().getConnection()) {
            for (QuotaKey key : keys) {
                left.put(key, takeAll(key));
                leased.put(key, Leased.of(connection, key));
            }
        }
        assertThat(left).isEqualTo(leased).hasSize(180);
        assertThat(left).allSatisfy((key, n) -> assertThat(n).isEqualTo(key.limit().uses() / 20));
    }

    @Test
    void ofAWindowThatIsOverNothingIsLeft() throws SQLException {
        QuotaKey minute = key(Fixture.IDS.next(), Fixture.IDS.next(), 100, 60);
        QuotaKey hour = key(Fixture.IDS.next(), Fixture.IDS.next(), 100, 3_600);
        QuotaKey other = key(Fixture.IDS.next(), Fixture.IDS.next(), 100, 3_600);
        provide(NOW, List.of(minute, hour));
        provide(NOW.plusMillis(59_999), List.of(other));
        assertThat(node.has(minute)).isTrue();
        provide(NOW.plusSeconds(60), List.of(other));
        assertThat(node.has(minute)).isFalse();
        assertThat(takeAll(hour)).isEqualTo(5);
    }

    @Test
    void whatIsGivenBackIsThereAgain() throws SQLException {
        QuotaKey key = key(Fixture.IDS.next(), Fixture.IDS.next(), 1, 60);
        provide(NOW, List.of(key));
        node.take(key);
        assertThat(node.has(key)).isFalse();
        node.giveBack(key);
        assertThat(node.has(key)).isTrue();
    }

    private static QuotaKey key(UUID policy, UUID user, long uses, long perSeconds) {
        return QuotaKey.at(NOW, policy, user, new RateLimit(uses, perSeconds));
    }

    /** One use of each. */
    private void provide(Instant now, List<QuotaKey> keys) throws SQLException {
        Map<QuotaKey, Long> needed = new HashMap<>();
        keys.forEach(key -> needed.put(key, 1L));
        try (Connection connection = fixture.database.command().getConnection()) {
            node.provide(connection, needed, now);
        }
    }

    private long takeAll(QuotaKey key) {
        long taken = 0;
        while (node.has(key)) {
            node.take(key);
            taken++;
        }
        return taken;
    }
}
