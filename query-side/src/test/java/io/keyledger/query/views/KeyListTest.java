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
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyDisabled;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyGenerated;
import io.keyledger.shared.event.ServiceUserEvent.SecretRegenerated;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDeleted;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

class KeyListTest extends SharedViews {

    private static final SecretHash HASH = new SecretHash(1, Company.SECRET_HASH);
    private static final String SOON = "0KeyThatExpiresSoon002";
    private static final String PAST = "0KeyThatHasExpired0003";
    private static final String GONE = "0KeyThatIsDeleted00004";
    private static final String ELSEWHERE = "0KeyOfAnotherPlace0005";

    @Override
    void given() {
        Instant now = Instant.now();
        ledger.events(
                "acme",
                new WorkspaceCreated("acme", "Acme"),
                user(IMPORTER, "importer"),
                generated(IMPORTER, KEY, null),
                generated(IMPORTER, SOON, now.plus(Duration.ofDays(5))),
                new ApiKeyDisabled(IMPORTER, SOON),
                new SecretRegenerated(IMPORTER, SOON, HASH, null),
                user(id(20), "exporter"),
                generated(id(20), PAST, now.minus(Duration.ofDays(5))),
                user(id(21), "gone"),
                generated(id(21), GONE, null),
                new ServiceUserDeleted(id(21), "gone"));
        ledger.events(
                "other",
                new WorkspaceCreated("other", "Other"),
                user(id(22), "stranger"),
                generated(id(22), ELSEWHERE, null));
        long address = ledger.personalValue("acme", "address", "192.0.2.7");
        ledger.uses(
                "acme",
                new Uses(IMPORTER, address, address)
                        .at(ledger.nextTime(), Uses.allowed(KEY, "catalog.assets:view")));
    }

    private static ApiKeyGenerated generated(UUID user, String key, @Nullable Instant expiresAt) {
        return new ApiKeyGenerated(user, key, "key", HASH, expiresAt);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0KeyOfTheImporter00001 0KeyThatExpiresSoon002 0KeyThatHasExpired0003",
        "status=disabled, 0KeyThatExpiresSoon002",
        "status=deleted, 0KeyThatIsDeleted00004",
        "user=0190b5a0-0000-7000-a000-000000000014, 0KeyThatHasExpired0003",
        "nearExpiryDays=4, ''",
        "nearExpiryDays=6, 0KeyThatExpiresSoon002",
        "expiresBefore=9999-01-01T00:00:00Z, 0KeyThatExpiresSoon002 0KeyThatHasExpired0003",
        "unusedSince=2026-01-01T00:00:00Z, 0KeyThatExpiresSoon002 0KeyThatHasExpired0003",
        "unusedSince=2026-01-02T00:00:00Z, 0KeyOfTheImporter00001 0KeyThatExpiresSoon002"
                + " 0KeyThatHasExpired0003",
        "olderThanDays=36500, ''",
        "olderThanDays=0&status=disabled, 0KeyThatExpiresSoon002"
    })
    void filtersFindKeys(String filter, String found) throws Exception {
        String path = ACME + "/keys" + (filter.isEmpty() ? "" : "?" + filter);
        assertThat(String.join(" ", texts(allPages(path), "keyId"))).isEqualTo(found);
    }

    @Test
    void theAgeCountsFromTheSecretNotFromTheKey() throws Exception {
        JsonNode key = api.read(ACME + "/keys?status=disabled").body().get("items").get(0);
        Instant regenerated = LedgerFixture.timeOf(6);
        assertThat(key.get("secretChangedAt").asString()).isEqualTo(regenerated.toString());
        assertThat(key.get("createdAt").asString()).isNotEqualTo(regenerated.toString());
        long days = Duration.between(regenerated, Instant.now()).toDays();
        assertThat(key.get("ageDays").asLong()).isBetween(days - 1, days);
    }

    @Test
    void aKeyIsListedWithItsUserAndItsLastUse() throws Exception {
        JsonNode key = api.read(ACME + "/keys?limit=1").body().get("items").get(0);
        assertThat(key.get("workspace").asString()).isEqualTo("acme");
        assertThat(key.get("serviceUser").get("username").asString()).isEqualTo("importer");
        assertThat(key.get("lastUsed").get("address").asString()).isEqualTo("192.0.2.7");
        assertThat(key.get("expired").asBoolean()).isFalse();
        assertThat(api.read(ACME + "/keys").text()).doesNotContain(Company.SECRET_HASH);
    }

    @Test
    void keysOfAnotherWorkspaceAreNotListed() throws Exception {
        assertThat(texts(allPages("/api/v1/workspaces/other/keys"), "keyId"))
                .containsExactly(ELSEWHERE);
        assertThat(allPages(ACME + "/keys?user=" + id(22))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "olderThanDays=-1, olderThanDays",
        "olderThanDays=01, olderThanDays",
        "nearExpiryDays=0, nearExpiryDays",
        "nearExpiryDays=99999999999, nearExpiryDays",
        "expiresBefore=soon, expiresBefore",
        "status=lost, status",
        "user=7, user"
    })
    void badFiltersAreNamed(String filter, String field) throws Exception {
        var answer = api.read(ACME + "/keys?" + filter);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("field").asString()).isEqualTo(field);
    }
}
