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
import io.keyledger.shared.event.PersonEvent.PersonGroupAssigned;
import io.keyledger.shared.event.PersonEvent.PersonRegistered;
import io.keyledger.shared.event.WireType;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;
import io.keyledger.shared.record.PersonalRef;
import io.keyledger.shared.record.RecordMetadata;
import io.keyledger.shared.record.RecordedActor;
import io.keyledger.shared.use.EntityKind;
import io.keyledger.shared.use.EntityVersion;
import io.keyledger.shared.use.KeyUses;
import io.keyledger.shared.use.KeyUsesHeader;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.List;

class AuditTest extends FreshViews {

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

    @Test
    void aUseShowsWhatWasAskedAndFromWhereAndIsFoundByItsRecordId() throws Exception {
        Traffic.happens(ledger);
        views.project();
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
    void aPersonIsNamedInWhatItDidAndFoundByItUntilItsNameIsErased() throws Exception {
        long name = ledger.personalValue("acme", "person-name", "Ada Osei");
        RecordMetadata plain = ledger.metadata();
        ledger.events(
                "system", new PersonRegistered(Company.ADA, "https://login.example.com", "ada"));
        ledger.by(
                new RecordMetadata(
                        RecordedActor.person(Company.ADA.toString())
                                .named(new PersonalRef(name, "")),
                        plain.correlationId(),
                        null,
                        null,
                        null,
                        null));
        ledger.events(
                "acme",
                new WorkspaceCreated("acme", "Acme"),
                new PersonGroupAssigned(Company.ADA, "acme", Company.ANALYSTS));
        ledger.uses(
                "acme",
                new KeyUses(
                        new KeyUsesHeader(
                                ledger.nextTime(),
                                "1:1:",
                                List.of(new EntityVersion(EntityKind.PERSON, Company.ADA, 2)),
                                List.of()),
                        List.of(Uses.byPerson("roles:view"))));
        views.project();
        JsonNode found = api.read(AUDIT + "?actor=" + Company.ADA).body().get("items");
        JsonNode use = found.get(0);
        assertThat(found.size()).isEqualTo(3);
        assertThat(use.get("kind").asString()).isEqualTo("use");
        assertThat(use.get("actor").get("kind").asString()).isEqualTo("person");
        assertThat(use.get("actor").get("name").asString()).isEqualTo("Ada Osei");
        assertThat(use.get("subject").get("kind").asString()).isEqualTo("person");
        assertThat(use.has("serviceUserId")).isFalse();
        assertThat(found.get(1).get("subject").get("name").asString()).isEqualTo("Ada Osei");
        ledger.erase(name);
        JsonNode erased = api.read(AUDIT + "?actor=" + Company.ADA).body().get("items").get(0);
        assertThat(erased.get("actor").get("name").isNull()).isTrue();
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

    @Test
    void pagesGoOnWhereTheyWereWhileEntriesArrive() throws Exception {
        Traffic.happens(ledger);
        views.project();
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
    void timesFindWhatHappenedThenThoughItWasLedgeredLater() throws Exception {
        Traffic.happens(ledger);
        Uses uses = new Uses(IMPORTER, 1, 2);
        ledger.uses(
                "acme",
                uses.at(LedgerFixture.START.plusSeconds(3 * 3600), Uses.allowed(KEY, "a:late")));
        ledger.uses(
                "acme",
                uses.at(LedgerFixture.START.plusSeconds(3600), Uses.allowed(KEY, "a:stalled")));
        views.project();
        assertThat(
                        texts(
                                allPages(
                                        AUDIT
                                                + "?from=2026-01-01T00:30:00Z&to=2026-01-01T02:00:00Z"),
                                "permission"))
                .containsExactly("a:stalled");
        assertThat(texts(allPages(AUDIT + "?from=2026-01-01T02:00:00Z"), "permission"))
                .containsExactly("a:late");
        assertThat(allPages(AUDIT + "?to=2026-01-01T02:00:00Z")).hasSize(10);
        assertThat(views.rebuilt(1)).isEqualTo(views.live());
    }

    @Test
    void entriesOfAnotherWorkspaceAreUnknown() throws Exception {
        Traffic.happens(ledger);
        views.project();
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
        Traffic.happens(ledger);
        views.project();
        assertThat(views.rebuilt(2)).isEqualTo(views.live());
        assertThat(views.rebuilt(1000)).isEqualTo(views.live());
    }

    @Test
    void aKeyShowsItsLastUseButNotAGuessAtItsSecret() throws Exception {
        Traffic.happens(ledger);
        views.project();
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
        Traffic.happens(ledger);
        views.project();
        String list = ACME + "/service-users?unusedSince=";
        assertThat(texts(api.read(list + "2026-01-01T00:06:00Z").body().get("items"), "username"))
                .containsExactly("idle");
        assertThat(texts(api.read(list + "2026-01-01T00:06:01Z").body().get("items"), "username"))
                .containsExactly("idle", "importer");
    }
}
