package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.IMPORTER;
import static io.keyledger.query.testing.Company.KEY;
import static io.keyledger.query.testing.Company.id;
import static io.keyledger.query.testing.Company.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.testing.Company;
import io.keyledger.query.testing.LedgerFixture;
import io.keyledger.query.testing.Uses;
import io.keyledger.shared.event.SecretHash;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyGenerated;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDisabled;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;
import io.keyledger.shared.use.KeyUse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Events of a fixture happen on the first of January 2026, uses whenever the test says. */
class ActivityTest extends FreshViews {

    private static final String COUNTS = ACME + "/audit/counts";
    private static final String JANUARY = "?from=2026-01-01&to=2026-01-31";
    private static final Instant START = LedgerFixture.START;
    private static final String OTHER_KEY = "0KeyOfSomebodyElse0001";

    @Test
    void aDayTellsChangesByTypeAndUsesByDecisionAndReason() throws Exception {
        Traffic.happens(ledger);
        views.project();
        JsonNode day = onlyDay(COUNTS + JANUARY);
        assertThat(day.get("day").asString()).isEqualTo("2026-01-01");
        assertThat(day.get("changes").asLong()).isEqualTo(4);
        assertThat(day.get("changesByType").get("service-user.ServiceUserCreated").asLong())
                .isEqualTo(2);
        assertThat(day.get("allowed").asLong()).isEqualTo(2);
        assertThat(day.get("denied").asLong()).isEqualTo(3);
        assertThat(day.get("deniedByReason").toString())
                .isEqualTo("{\"key-disabled\":1,\"unknown-key\":1,\"wrong-secret\":1}");
    }

    @Test
    void countedGuessesCountAsOftenAsTheyHappened() throws Exception {
        ledger.events(
                "acme",
                new WorkspaceCreated("acme", "Acme"),
                user(IMPORTER, "importer"),
                generated(IMPORTER, KEY));
        ledger.uses(
                "acme",
                new Uses(IMPORTER, 1, 1)
                        .at(START, Uses.guesses(KEY, 700), Uses.refused(KEY, "wrong-secret")));
        views.project();
        for (String whose : List.of("", "&key=" + KEY, "&user=" + IMPORTER)) {
            JsonNode day = onlyDay(COUNTS + JANUARY + whose);
            assertThat(day.get("deniedByReason").toString()).isEqualTo("{\"wrong-secret\":701}");
            assertThat(day.get("denied").asLong()).isEqualTo(701);
        }
    }

    @Test
    void aKeysAndAUsersOwnAreCountedAlone() throws Exception {
        Traffic.happens(ledger);
        ledger.events("acme", generated(id(11), OTHER_KEY));
        ledger.uses("acme", new Uses(id(11), 1, 1).at(START, Uses.allowed(OTHER_KEY, "a:view")));
        ledger.events("acme", new ServiceUserDisabled(id(11)));
        views.project();
        JsonNode key = onlyDay(COUNTS + JANUARY + "&key=" + KEY);
        assertThat(key.get("allowed").asLong()).isEqualTo(2);
        assertThat(key.get("denied").asLong()).isEqualTo(2);
        assertThat(key.get("changesByType").toString())
                .isEqualTo("{\"service-user.ApiKeyGenerated\":1}");
        JsonNode user = onlyDay(COUNTS + JANUARY + "&user=" + id(11));
        assertThat(user.get("allowed").asLong()).isEqualTo(1);
        assertThat(user.get("changes").asLong()).isEqualTo(3);
        assertThat(items(COUNTS + JANUARY + "&user=" + id(11) + "&key=" + KEY)).isEmpty();
    }

    @Test
    void manyDaysAndBatchesAddUpToWhatTheEntriesSay() throws Exception {
        Random random = new Random(7);
        List<KeyUse> all = new ArrayList<>();
        ledger.events("acme", new WorkspaceCreated("acme", "Acme"), user(IMPORTER, "importer"));
        ledger.events("umbrella", new WorkspaceCreated("umbrella", "Umbrella"));
        for (int record = 0; record < 60; record++) {
            KeyUse[] uses = new KeyUse[1 + random.nextInt(5)];
            for (int i = 0; i < uses.length; i++) {
                uses[i] = any(random);
                all.add(uses[i]);
            }
            Instant at = START.plus(Duration.ofHours(5L * record));
            ledger.uses(
                    record % 3 == 0 ? "umbrella" : "acme", new Uses(IMPORTER, 1, 1).at(at, uses));
            if (record % 7 == 0) {
                views.project();
            }
        }
        views.project();
        JsonNode days = items("/api/v1/audit/counts" + JANUARY);
        assertThat(days).hasSize(13);
        assertThat(sum(days, "changes")).isEqualTo(3);
        assertThat(sum(days, "allowed")).isEqualTo(all.stream().filter(KeyUse::allowed).count());
        assertThat(sum(days, "denied"))
                .isEqualTo(all.stream().filter(use -> !use.allowed()).count());
        assertThat(sum(items(COUNTS + JANUARY), "allowed"))
                .isLessThan(sum(days, "allowed"))
                .isPositive();
        assertThat(items(COUNTS + "?from=2026-01-02&to=2026-01-03")).hasSize(2);
        assertThat(views.rebuilt(2)).isEqualTo(views.live());
        assertThat(views.rebuilt(1_000)).isEqualTo(views.live());
    }

    @Test
    void withoutDaysTheLastThirtyAreMeant() throws Exception {
        ledger.events("acme", new WorkspaceCreated("acme", "Acme"));
        views.project();
        JsonNode body = api.read(COUNTS).body();
        Instant from = Instant.parse(body.get("firstDay").asString() + "T00:00:00Z");
        Instant to = Instant.parse(body.get("lastDay").asString() + "T00:00:00Z");
        assertThat(Duration.between(from, to)).isEqualTo(Duration.ofDays(29));
        assertThat(Duration.between(to, Instant.now()))
                .isBetween(Duration.ofMinutes(-1), Duration.ofHours(25));
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-01-01T00:00:00Z, from",
        "from=2026-02-30, from",
        "to=today, to",
        "from=2026-01-02&to=2026-01-01, from",
        "from=2025-01-01&to=2026-06-01, from",
        "from=0000-00-00, from",
        "user=7, user",
        "key=%20, key",
        "day=2026-01-01, day"
    })
    void badParametersAreNamed(String query, String field) throws Exception {
        ledger.events("acme", new WorkspaceCreated("acme", "Acme"));
        views.project();
        var answer = api.read(COUNTS + "?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("field").asString()).isEqualTo(field);
    }

    private static ApiKeyGenerated generated(UUID user, String key) {
        return new ApiKeyGenerated(user, key, "key", new SecretHash(1, Company.SECRET_HASH), null);
    }

    private static KeyUse any(Random random) {
        String key = random.nextBoolean() ? KEY : OTHER_KEY;
        return switch (random.nextInt(3)) {
            case 0 -> Uses.allowed(key, "a:view");
            case 1 -> Uses.refused(key, "permission-not-granted");
            default -> Uses.unknown(key);
        };
    }

    private JsonNode onlyDay(String path) throws Exception {
        JsonNode days = items(path);
        assertThat(days).hasSize(1);
        return days.get(0);
    }

    private JsonNode items(String path) throws Exception {
        return api.read(path).body().get("items");
    }

    private static long sum(JsonNode days, String field) {
        long sum = 0;
        for (JsonNode day : days) {
            sum += day.get(field).asLong();
        }
        return sum;
    }
}
