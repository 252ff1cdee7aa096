package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.id;
import static io.keyledger.query.testing.Company.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.testing.Company;
import io.keyledger.query.testing.Uses;
import io.keyledger.shared.event.SecretHash;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyGenerated;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDisabled;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;

/** Service users in other orders than by name, and how many there are. */
class SortedServiceUsersTest extends SharedViews {

    @Override
    void given() throws Exception {
        ledger.events(
                "acme",
                new WorkspaceCreated("acme", "Acme"),
                user(id(11), "Delta"),
                user(id(12), "alpha"),
                user(id(13), "charlie"),
                user(id(14), "bravo"),
                user(id(15), "echo"),
                new ServiceUserDisabled(id(13)),
                new ServiceUserDisabled(id(11)),
                key(11, "K11"),
                key(12, "K12"),
                key(13, "K13"),
                key(14, "K14"));
        ledger.events("other", new WorkspaceCreated("other", "Other"), user(id(16), "abel"));
        used(11, "K11", 2);
        used(11, "K11", 3);
        used(12, "K12", 1);
        used(13, "K13", 3);
    }

    @ParameterizedTest
    @CsvSource({
        "'', alpha bravo charlie Delta echo",
        "username, alpha bravo charlie Delta echo",
        "-username, echo Delta charlie bravo alpha",
        "createdAt, Delta alpha charlie bravo echo",
        "-createdAt, echo bravo charlie alpha Delta",
        "status, charlie Delta alpha bravo echo",
        "-status, echo bravo alpha Delta charlie",
        "lastUsed, bravo echo alpha charlie Delta",
        "-lastUsed, Delta charlie alpha echo bravo"
    })
    void pagesGoOnInEveryOrder(String sort, String found) throws Exception {
        String path = ACME + "/service-users" + (sort.isEmpty() ? "" : "?sort=" + sort);
        assertThat(String.join(" ", texts(allPages(path), "username"))).isEqualTo(found);
        String all = "/api/v1/service-users" + (sort.isEmpty() ? "" : "?sort=" + sort);
        boolean descending = sort.startsWith("-");
        assertThat(String.join(" ", texts(allPages(all), "username")))
                .isEqualTo(descending ? "abel " + found : found + " abel");
    }

    @Test
    void aCursorOfOneOrderFitsNoOther() throws Exception {
        JsonNode first = api.read(ACME + "/service-users?limit=1&sort=createdAt").body();
        String cursor = "&cursor=" + first.get("nextCursor").asString();
        for (String sort : List.of("username", "-createdAt", "lastUsed")) {
            var answer = api.read(ACME + "/service-users?limit=1&sort=" + sort + cursor);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().get("field").asString()).isEqualTo("cursor");
        }
    }

    @ParameterizedTest
    @CsvSource({"owner", "--username", "-", "Username"})
    void anotherOrderIsRefused(String sort) throws Exception {
        var answer = api.read(ACME + "/service-users?sort=" + sort);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("field").asString()).isEqualTo("sort");
    }

    @ParameterizedTest
    @CsvSource({"'', 5", "?status=disabled, 2", "?q=A, 4", "?status=deleted, 0"})
    void theyAreCountedAsTheyAreFiltered(String filter, int count) throws Exception {
        JsonNode counted = api.read(ACME + "/service-users/count" + filter).body();
        assertThat(counted.get("count").asInt()).isEqualTo(count);
        assertThat(counted.get("exact").asBoolean()).isTrue();
        assertThat(api.read("/api/v1/service-users/count").body().get("count").asInt())
                .isEqualTo(6);
        assertThat(api.read(ACME + "/service-users/count?status=lost").status()).isEqualTo(400);
    }

    private static ApiKeyGenerated key(int user, String keyId) {
        return new ApiKeyGenerated(
                id(user), keyId, "k", new SecretHash(1, Company.SECRET_HASH), null);
    }

    private void used(int user, String keyId, int hour) {
        Instant at = Instant.parse("2026-02-01T0%d:00:00.123456Z".formatted(hour));
        ledger.uses("acme", new Uses(id(user), 1, 2).at(at, Uses.allowed(keyId, "a:view")));
    }
}
