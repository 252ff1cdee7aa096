package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.IMPORTER;
import static io.keyledger.query.testing.Company.KEY;
import static io.keyledger.query.testing.Company.id;
import static io.keyledger.query.testing.Company.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.testing.Company;
import io.keyledger.query.testing.LedgerFixture;
import io.keyledger.query.testing.Uses;
import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.event.EventCatalogue;
import io.keyledger.shared.event.SecretHash;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyGenerated;
import io.keyledger.shared.event.WireType;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;
import io.keyledger.shared.record.PersonalRef;
import io.keyledger.shared.record.RecordMetadata;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.util.List;

class AuditTest extends ViewsTestBase {

    private static final String AUDIT = ACME + "/audit";
    private static final String USE = LedgerFixture.WRITER + "-0-";

    @Test
    void everyEventIsToldWithWhatItChangedAndNoHash() throws Exception {
        ledger.events("acme", Company.everything().toArray(DomainEvent[]::new));
        views.project();
        List<JsonNode> entries = allPages(AUDIT);
        assertThat(entries).hasSameSizeAs(Company.everything());
        assertThat(texts(entries, "type"))
                .containsAll(EventCatalogue.types().stream().map(WireType::name).toList());
        assertThat(entries).allMatch(e -> e.has("before") || e.has("after"));
        assertThat(entries).noneMatch(e -> e.toString().contains(Company.SECRET_HASH));
        assertThat(entries).noneMatch(e -> e.toString().toLowerCase().contains("hash"));
        assertThat(views.live().get("audit_change_v1")).doesNotContain(Company.SECRET_HASH);
        assertThat(views.live().get("api_key_v1")).doesNotContain(Company.SECRET_HASH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "workspace.WorkspaceRenamed | {\"name\":\"Acme\"} | {\"name\":\"Acme Inc.\"} | Acme Inc.",
                "role.RoleDetailsChanged | {\"description\":\"\"} | {\"description\":\"writes\"} | writer",
                "role.RolePermissionsChanged | {\"permissions\":[\"catalog.assets:manage\"]} | {\"permissions\":[\"catalog.assets:invite\",\"catalog.assets:manage\"]} | writer",
                "role.RoleDeleted | {\"name\":\"writer\"} | null | writer",
                "user-group.UserGroupDetailsChanged | {\"name\":\"analysts\"} | {\"name\":\"Analysts\"} | Analysts",
                "user-group.RoleAssignedToGroup | null | {\"role\":\"0190b5a0-0000-7000-a000-000000000001\"} | Analysts",
                "service-user.GroupUnassigned | {\"group\":\"0190b5a0-0000-7000-a000-000000000003\"} | null | importer",
                "service-user.ServiceUserDisabled | {\"status\":\"enabled\"} | {\"status\":\"disabled\"} | importer",
                "service-user.ApiKeyRenamed | {\"name\":\"nightly\"} | {\"name\":\"hourly\"} | hourly",
                "service-user.ApiKeyGenerated | null | {\"name\":\"nightly\",\"expiresAt\":null} | nightly",
                "service-user.ApiKeyDeleted | {\"name\":\"hourly\"} | {\"status\":\"deleted\"} | hourly"
            })
    void aChangeShowsBeforeAndAfterAndTheNameOfThatTime(
            String type, String before, String after, String name) throws Exception {
        ledger.events("acme", Company.everything().toArray(DomainEvent[]::new));
        views.project();
        JsonNode entry = api.read(AUDIT + "?type=" + type).body().get("items").get(0);
        assertThat(text(entry, "before")).isEqualTo(before);
        assertThat(text(entry, "after")).isEqualTo(after);
        assertThat(entry.get("subject").get("name").asString()).isEqualTo(name);
        assertThat(entry.get("actor").get("name").asString()).isEqualTo("admin");
        JsonNode alone = api.read(AUDIT + "/" + entry.get("id").asString()).body();
        assertThat(alone).isEqualTo(entry);
    }

    @Test
    void aUseShowsWhatWasAskedAndFromWhereAndIsFoundByItsRecordId() throws Exception {
        traffic();
        JsonNode use = api.read(AUDIT + "/" + USE + "1").body();
        assertThat(use.get("kind").asString()).isEqualTo("use");
        assertThat(use.get("decision").asString()).isEqualTo("deny");
        assertThat(use.get("reason").asString()).isEqualTo("key-disabled");
        assertThat(use.get("permission").asString()).isEqualTo("catalog.assets:view");
        assertThat(use.get("path").asString()).isEqualTo("/v1/assets/7");
        assertThat(use.get("address").asString()).isEqualTo("192.0.2.7");
        assertThat(use.get("userAgent").asString()).isEqualTo("curl/8");
        assertThat(use.get("actor").get("name").asString()).isEqualTo("importer");
        assertThat(use.get("subject").get("name").asString()).isEqualTo("nightly");
        assertThat(use.get("ledgeredAt").asString()).isNotEmpty();
    }

    @Test
    void anErasedValueIsSaidToBeErased() throws Exception {
        long reason = ledger.personalValue("acme", "reason", "ticket 7");
        long address = ledger.personalValue("acme", "address", "192.0.2.8");
        RecordMetadata plain = ledger.metadata();
        ledger.by(
                new RecordMetadata(
                        plain.actor(),
                        plain.correlationId(),
                        null,
                        new PersonalRef(address, ""),
                        null,
                        new PersonalRef(reason, "")));
        ledger.events("acme", new WorkspaceCreated("acme", "Acme"));
        views.project();
        JsonNode entry = api.read(AUDIT).body().get("items").get(0);
        assertThat(entry.get("reasonGiven").asString()).isEqualTo("ticket 7");
        assertThat(entry.has("erased")).isFalse();
        ledger.erase(address);
        JsonNode later = api.read(AUDIT).body().get("items").get(0);
        assertThat(later.get("address").isNull()).isTrue();
        assertThat(later.get("erased").asBoolean()).isTrue();
        assertThat(later.get("reasonGiven").asString()).isEqualTo("ticket 7");
    }

    @ParameterizedTest
    @CsvSource({
        "kind=change, 4",
        "kind=use, 5",
        "decision=deny, 3",
        "decision=allow, 2",
        "kind=change&decision=deny, 0",
        "key=0KeyOfTheImporter00001, 5",
        "key=0NobodysKey00000000001, 1",
        "user=0190b5a0-0000-7000-a000-000000000004, 6",
        "user=0190b5a0-0000-7000-a000-000000000004&kind=change, 2",
        "actor=0190b5a0-0000-7000-a000-000000000004, 4",
        "actor=0190b5a0-0000-7000-8000-0000000000ad, 4",
        "actor=somebody, 0",
        "type=use, 5",
        "type=service-user.ServiceUserCreated, 2",
        "from=2026-01-01T00:05:00Z, 5",
        "to=2026-01-01T00:05:00Z, 4",
        "from=2026-01-01T00:02:00Z&to=2026-01-01T00:04:00Z, 2",
        "from=2026-02-01T00:00:00Z, 0",
        "to=2025-02-01T00:00:00Z, 0",
        "limit=100, 9"
    })
    void filtersFindEntries(String filter, int count) throws Exception {
        traffic();
        assertThat(api.read(AUDIT + "?" + filter).body().get("items")).hasSize(count);
        assertThat(filter.contains("limit") ? count : allPages(AUDIT + "?" + filter).size())
                .isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({
        "user=7, user",
        "kind=all, kind",
        "decision=maybe, decision",
        "type=ServiceUserCreated, type",
        "from=today, from",
        "to=1, to",
        "limit=0, limit",
        "cursor=00, cursor"
    })
    void badFiltersAreNamed(String filter, String field) throws Exception {
        traffic();
        var answer = api.read(AUDIT + "?" + filter);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("field").asString()).isEqualTo(field);
    }

    @Test
    void pagesGoOnWhereTheyWereWhileEntriesArrive() throws Exception {
        traffic();
        List<String> before = texts(allPages(AUDIT), "id");
        JsonNode first = api.read(AUDIT + "?limit=4").body();
        ledger.events("acme", user(id(40), "late"));
        views.project();
        String cursor = first.get("nextCursor").asString();
        JsonNode rest = api.read(AUDIT + "?limit=100&cursor=" + cursor).body();
        assertThat(before.subList(4, 9)).isEqualTo(texts(rest.get("items"), "id"));
        assertThat(before).doesNotHaveDuplicates().hasSize(9);
    }

    @Test
    void entriesOfAnotherWorkspaceAreUnknown() throws Exception {
        traffic();
        ledger.events("other", new WorkspaceCreated("other", "Other"));
        views.project();
        String other = "/api/v1/workspaces/other/audit";
        String event = texts(allPages(AUDIT + "?kind=change"), "id").getFirst();
        for (String id : List.of(event, USE + "0", USE + "99", USE + "99999999", "none")) {
            assertThat(api.read(other + "/" + id).status()).as(id).isEqualTo(404);
        }
        assertThat(allPages(other)).hasSize(1);
    }

    @Test
    void aRebuildGivesTheSameRows() throws Exception {
        traffic();
        assertThat(views.rebuilt(2)).isEqualTo(views.live());
        assertThat(views.rebuilt(1000)).isEqualTo(views.live());
    }

    @Test
    void aKeyShowsItsLastUseButNotAGuessAtItsSecret() throws Exception {
        traffic();
        JsonNode key =
                api.read(ACME + "/service-users/" + IMPORTER + "/keys").body().get("items").get(0);
        assertThat(key.get("keyId").asString()).isEqualTo(KEY);
        assertThat(key.get("allowed").asInt()).isEqualTo(2);
        assertThat(key.get("refused").asInt()).isEqualTo(2);
        JsonNode last = key.get("lastUsed");
        assertThat(last.get("at").asString()).isEqualTo("2026-01-01T00:06:00Z");
        assertThat(last.get("decision").asString()).isEqualTo("allow");
        assertThat(last.get("permission").asString()).isEqualTo("catalog.assets:manage");
        assertThat(last.get("address").asString()).isEqualTo("192.0.2.7");
    }

    @Test
    void serviceUsersUnusedSinceATimeAreFound() throws Exception {
        traffic();
        String list = ACME + "/service-users?unusedSince=";
        assertThat(texts(api.read(list + "2026-01-01T00:06:00Z").body().get("items"), "username"))
                .containsExactly("idle");
        assertThat(texts(api.read(list + "2026-01-01T00:06:01Z").body().get("items"), "username"))
                .containsExactly("idle", "importer");
    }

    /** Four changes and five uses, one of them of a key that nobody has. */
    private void traffic() throws Exception {
        long address = ledger.personalValue("acme", "address", "192.0.2.7");
        long agent = ledger.personalValue("acme", "user-agent", "curl/8");
        Uses uses = new Uses(IMPORTER, address, agent);
        ledger.events(
                "acme",
                new WorkspaceCreated("acme", "Acme"),
                user(IMPORTER, "importer"),
                new ApiKeyGenerated(
                        IMPORTER, KEY, "nightly", new SecretHash(1, Company.SECRET_HASH), null),
                user(id(11), "idle"));
        ledger.uses(
                "acme",
                uses.at(
                        ledger.nextTime(),
                        Uses.allowed(KEY, "catalog.assets:view"),
                        Uses.refused(KEY, "key-disabled")));
        ledger.uses(
                "acme",
                uses.at(
                        ledger.nextTime(),
                        Uses.allowed(KEY, "catalog.assets:manage"),
                        Uses.unknown("0NobodysKey00000000001")));
        ledger.uses("acme", uses.at(ledger.nextTime(), Uses.refused(KEY, "wrong-secret")));
        views.project();
    }

    private static String text(JsonNode entry, String field) {
        JsonNode value = entry.get(field);
        return value == null ? "null" : value.toString();
    }
}
