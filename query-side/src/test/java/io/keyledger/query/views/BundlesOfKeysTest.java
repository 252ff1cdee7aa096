package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.IMPORTER;
import static io.keyledger.query.testing.Company.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.activity.ActivityProjection;
import io.keyledger.query.keyuse.KeyUsageProjection;
import io.keyledger.query.projection.Projection;
import io.keyledger.query.replay.Rebuilding;
import io.keyledger.query.testing.Company;
import io.keyledger.query.testing.LedgerFixture;
import io.keyledger.query.testing.QueryNode;
import io.keyledger.query.testing.Uses;
import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.event.SecretHash;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyGenerated;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;
import io.keyledger.shared.use.KeyUse;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** More keys than a row holds, used again and again in portions of every size. */
class BundlesOfKeysTest extends SharedViews {

    private static final int KEYS = 200;
    private static final int RECORDS = 120;
    private static final int A_RECORD = 9;
    private static final Instant BEGIN = LedgerFixture.START;

    @Override
    void given() throws Exception {
        ledger.events(
                "acme",
                Stream.concat(
                                Stream.of(
                                        new WorkspaceCreated("acme", "Acme"),
                                        user(IMPORTER, "importer")),
                                IntStream.range(0, KEYS).mapToObj(BundlesOfKeysTest::generated))
                        .toArray(DomainEvent[]::new));
        for (int record = 0; record < RECORDS; record++) {
            int first = record * A_RECORD;
            ledger.uses(
                    "acme",
                    new Uses(IMPORTER, 1, 2)
                            .at(
                                    at(record),
                                    IntStream.range(first, first + A_RECORD)
                                            .mapToObj(BundlesOfKeysTest::use)
                                            .toArray(KeyUse[]::new)));
            if (record % 17 == 3 || record == RECORDS - 2) {
                views.project();
            }
        }
    }

    @Test
    void eachKeyHasItsOwnSums() throws Exception {
        List<JsonNode> keys = all(ACME + "/keys?limit=50");
        assertThat(keys).hasSize(KEYS);
        for (int key = 0; key < KEYS; key++) {
            JsonNode found = keys.get(key);
            assertThat(found.get("keyId").asString()).isEqualTo(id(key));
            assertThat(found.get("allowed").asLong()).isEqualTo(count(key, false));
            assertThat(found.get("refused").asLong()).isEqualTo(count(key, true));
            assertThat(found.get("firstUsedAt").asString()).isEqualTo(time(first(key)));
            assertThat(found.get("lastUsed").get("at").asString()).isEqualTo(time(last(key)));
        }
    }

    @Test
    void daysOfAKeyAreItsOwn() throws Exception {
        for (int key : List.of(0, 77, KEYS - 1)) {
            long allowed = 0;
            long denied = 0;
            String path = ACME + "/audit/counts?from=2026-01-01&to=2026-01-31&key=" + id(key);
            for (JsonNode day : api.read(path).body().get("items")) {
                allowed += day.get("allowed").asLong();
                denied += day.get("denied").asLong();
            }
            assertThat(allowed).isEqualTo(count(key, false));
            assertThat(denied).isEqualTo(count(key, true));
        }
    }

    @Test
    void keysAreFoundByTheirLastUse() throws Exception {
        Instant middle = at(RECORDS - 8);
        List<String> unused =
                all(ACME + "/keys?limit=50&unusedSince=" + middle).stream()
                        .map(key -> key.get("keyId").asString())
                        .toList();
        assertThat(unused)
                .isNotEmpty()
                .isEqualTo(
                        IntStream.range(0, KEYS)
                                .filter(key -> at(last(key)).isBefore(middle))
                                .mapToObj(BundlesOfKeysTest::id)
                                .toList());
    }

    @Test
    void rowsAreFewAndFollowFromTheEntriesAlone() throws Exception {
        JdbcClient jdbc = JdbcClient.create(database.query());
        assertThat(
                        jdbc.sql("SELECT count(*) FROM views.key_use_bundle_v1")
                                .query(Integer.class)
                                .single())
                .isLessThanOrEqualTo(KEYS / 12);
        assertThat(views.rebuilt(13)).isEqualTo(views.live());
        assertThat(views.rebuilt(1_000)).isEqualTo(views.live());
        for (Projection projection : List.of(new KeyUsageProjection(), new ActivityProjection())) {
            try (QueryNode node = new QueryNode(database, projection)) {
                assertThat(Rebuilding.givesTheSame(node, projection)).isTrue();
            }
        }
    }

    private List<JsonNode> all(String path) throws Exception {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode body = api.read(path + (next.isEmpty() ? "" : "&cursor=" + next)).body();
            body.get("items").forEach(items::add);
            next = body.path("nextCursor").asString(null);
        }
        return items;
    }

    private static DomainEvent generated(int key) {
        return new ApiKeyGenerated(
                IMPORTER, id(key), "key", new SecretHash(1, Company.SECRET_HASH), null);
    }

    /** Of the keys in turn, so that all are used at least five times. */
    private static KeyUse use(int number) {
        String key = id(number % KEYS);
        return number % 7 == 0
                ? Uses.refused(key, "permission-not-granted")
                : Uses.allowed(key, "catalog.assets:view");
    }

    private static long count(int key, boolean refused) {
        return uses(key).filter(number -> (number % 7 == 0) == refused).count();
    }

    private static int first(int key) {
        return uses(key).min().orElseThrow() / A_RECORD;
    }

    private static int last(int key) {
        return uses(key).max().orElseThrow() / A_RECORD;
    }

    private static IntStream uses(int key) {
        return IntStream.range(0, RECORDS * A_RECORD).filter(number -> number % KEYS == key);
    }

    private static Instant at(int record) {
        return BEGIN.plus(Duration.ofHours(5L * record));
    }

    private static String time(int record) {
        return at(record).toString();
    }

    private static String id(int key) {
        return "0Key%018d".formatted(key);
    }
}
