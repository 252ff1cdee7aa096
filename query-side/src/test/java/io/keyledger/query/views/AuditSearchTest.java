package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.IMPORTER;
import static io.keyledger.query.testing.Company.KEY;
import static io.keyledger.query.testing.Company.OFFICE;
import static io.keyledger.query.testing.Company.READER;
import static io.keyledger.query.testing.Company.id;
import static io.keyledger.query.testing.Company.role;
import static io.keyledger.query.testing.Company.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.testing.Uses;
import io.keyledger.shared.event.RoleEvent.RolePermissionsChanged;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyCreated;
import io.keyledger.shared.event.ServiceUserEvent.SecurityPolicyAttached;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.record.PersonalRef;
import io.keyledger.shared.record.RecordMetadata;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.MonitoredRefusal;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

class AuditSearchTest extends FreshViews {

    private static final String AUDIT = ACME + "/audit";

    @Test
    void anAddressIsFoundBehindManyUsesFromElsewhere() throws Exception {
        ledger.events("acme", new WorkspaceCreated("acme", "Acme"));
        long near = ledger.personalValue("acme", "address", "192.0.2.7");
        long far = ledger.personalValue("acme", "address", "2001:db8::7");
        ledger.personalValue("acme", "address", "198.51.100.1");
        happen(far, Uses.allowed(KEY, "a:rare"));
        manyHappen(near);
        views.project();
        assertThat(onlyPage("address=2001:db8::/64")).containsExactly("a:rare");
        assertThat(onlyPage("address=2001:db8::7&key=" + KEY)).containsExactly("a:rare");
        assertThat(onlyPage("address=2001:db8::7&decision=deny")).isEmpty();
        assertThat(onlyPage("address=198.51.100.1")).isEmpty();
        assertThat(api.read(AUDIT + "?address=192.0.2.7").body().get("items")).hasSize(50);
    }

    @Test
    void whatAPolicyDidIsFoundBehindManyUsesItHadNothingToDoWith() throws Exception {
        ledger.events("acme", new WorkspaceCreated("acme", "Acme"));
        ledger.uses(
                "acme",
                new Uses(IMPORTER, 1, 1)
                        .at(
                                ledger.nextTime(),
                                List.of(OFFICE),
                                Uses.refusedBy(KEY, "network-not-allowed", 1),
                                Uses.monitored(
                                        KEY,
                                        "a:watched",
                                        new MonitoredRefusal(1, "rate-limited"))));
        manyHappen(1);
        views.project();
        assertThat(onlyPage("policy=" + OFFICE))
                .containsExactly("a:watched", "catalog.assets:view");
        assertThat(onlyPage("policy=" + OFFICE + "&decision=allow")).containsExactly("a:watched");
        assertThat(onlyPage("policy=" + id(99))).isEmpty();
    }

    @Test
    void aTimeIsFoundFarFromTheEndOfItsHour() throws Exception {
        ledger.events("acme", new WorkspaceCreated("acme", "Acme"));
        Instant hour = Instant.parse("2026-01-01T10:00:00Z");
        KeyUse[] many = new KeyUse[100];
        Arrays.fill(many, Uses.allowed(KEY, "a:usual"));
        for (int i = 0; i < 600; i++) {
            ledger.uses("acme", new Uses(IMPORTER, 1, 1).at(hour.plusSeconds(i * 5L), many));
            if (i == 3) {
                Uses rare = new Uses(IMPORTER, 1, 1);
                ledger.uses("acme", rare.at(hour.plusSeconds(16), Uses.allowed(KEY, "a:rare")));
            }
        }
        views.project();
        assertThat(onlyPage("from=2026-01-01T10:00:15.000001Z&to=2026-01-01T10:00:20Z"))
                .containsExactly("a:rare");
        assertThat(onlyPage("from=2026-01-01T10:00:16.000001Z&to=2026-01-01T10:00:20Z")).isEmpty();
        assertThat(onlyPage("from=2026-01-01T10:00:15.000001Z&to=2026-01-01T10:00:16Z")).isEmpty();
    }

    @Test
    void aPageThatLookedUpAsManyUsesAsItMayGoesOn() throws Exception {
        ledger.events("acme", new WorkspaceCreated("acme", "Acme"));
        String rare = "0KeyWithTheSameHashAaAa";
        String usual = "0KeyWithTheSameHashBBBB";
        assertThat(rare.hashCode()).isEqualTo(usual.hashCode());
        happen(1, Uses.allowed(rare, "a:rare"));
        KeyUse[] many = new KeyUse[3_000];
        Arrays.fill(many, Uses.allowed(usual, "a:usual"));
        for (int i = 0; i < 7; i++) {
            happen(1, many);
        }
        views.project();
        String path = AUDIT + "?key=" + rare;
        JsonNode first = api.read(path).body();
        assertThat(first.get("items")).isEmpty();
        JsonNode second = api.read(path + "&cursor=" + first.get("nextCursor").asString()).body();
        assertThat(texts(second.get("items"), "permission")).containsExactly("a:rare");
        assertThat(second.get("nextCursor").isNull()).isTrue();
    }

    private void happen(long address, KeyUse... uses) {
        ledger.uses("acme", new Uses(IMPORTER, address, 1).at(ledger.nextTime(), uses));
    }

    /** More than could be looked up in the journal for one page. */
    private void manyHappen(long address) {
        KeyUse[] many = new KeyUse[3_000];
        Arrays.fill(many, Uses.allowed(KEY, "a:usual"));
        for (int i = 0; i < 7; i++) {
            happen(address, many);
        }
    }

    /** What was asked for in the uses of the first page, which must be the last. */
    private List<String> onlyPage(String filter) throws Exception {
        JsonNode page = api.read(AUDIT + "?" + filter).body();
        assertThat(page.get("nextCursor").isNull()).isTrue();
        return texts(page.get("items"), "permission");
    }

    @Test
    void textsAreFoundInNamesInWhatChangedAndInReasonsUntilTheyAreErased() throws Exception {
        long reason = ledger.personalValue("acme", "reason", "Ticket OPS-7");
        RecordMetadata plain = ledger.metadata();
        ledger.events(
                "acme",
                new WorkspaceCreated("acme", "Acme"),
                role(READER, "reader", "catalog.*:view"));
        ledger.by(
                new RecordMetadata(
                        plain.actor(),
                        plain.correlationId(),
                        null,
                        null,
                        null,
                        new PersonalRef(reason, "")));
        ledger.events(
                "acme",
                new RolePermissionsChanged(
                        READER, List.of("catalog.*:view"), List.of("catalog.assets:view")));
        views.project();
        assertThat(allPages(AUDIT + "?q=ops-7")).hasSize(1);
        assertThat(allPages(AUDIT + "?q=Catalog.Assets")).hasSize(1);
        assertThat(allPages(AUDIT + "?q=reader")).hasSize(2);
        assertThat(allPages(AUDIT + "?q=admin")).hasSize(3);
        assertThat(allPages(AUDIT + "?q=permissions")).isEmpty();
        ledger.erase(reason);
        assertThat(allPages(AUDIT + "?q=ops-7")).isEmpty();
    }

    @Test
    void aPolicysEntriesAreItsChangesAndAttachmentsAndWhatItRefusedOrWouldHave() throws Exception {
        ledger.events(
                "acme",
                new WorkspaceCreated("acme", "Acme"),
                policy(OFFICE, "office"),
                policy(id(30), "other"),
                user(IMPORTER, "importer"),
                new SecurityPolicyAttached(IMPORTER, OFFICE),
                new SecurityPolicyAttached(IMPORTER, id(30)));
        ledger.uses(
                "acme",
                new Uses(IMPORTER, 1, 1)
                        .at(
                                ledger.nextTime(),
                                List.of(OFFICE, id(30)),
                                Uses.allowed(KEY, "a:view"),
                                Uses.refusedBy(KEY, "network-not-allowed", 1),
                                Uses.refusedBy(KEY, "network-not-allowed", 2),
                                Uses.monitored(
                                        KEY, "a:view", new MonitoredRefusal(1, "rate-limited"))));
        views.project();
        assertThat(texts(allPages(AUDIT + "?policy=" + OFFICE), "type"))
                .containsExactly(
                        "use",
                        "use",
                        "service-user.SecurityPolicyAttached",
                        "security-policy.SecurityPolicyCreated");
        assertThat(allPages(AUDIT + "?policy=" + OFFICE + "&decision=deny")).hasSize(1);
        assertThat(allPages(AUDIT + "?policy=" + id(99))).isEmpty();
    }

    @Test
    void theTrailAsItStoodHasNothingThatWasLedgeredLater() throws Exception {
        ledger.events("acme", new WorkspaceCreated("acme", "Acme"), user(IMPORTER, "importer"));
        Instant then = ledger.entries().getLast().ledgeredAt();
        Instant before = ledger.entries().getFirst().ledgeredAt().minusMillis(1);
        ledger.uses("acme", new Uses(IMPORTER, 1, 1).at(then, Uses.allowed(KEY, "a:view")));
        views.project();
        assertThat(allPages(AUDIT)).hasSize(3);
        assertThat(allPages(AUDIT + "?at=" + then)).hasSize(2);
        assertThat(allPages(AUDIT + "?at=" + before)).isEmpty();
    }

    @Test
    void aTimeThatTheTrailHasNotReachedIsNotAnsweredYet() throws Exception {
        ledger.events("acme", new WorkspaceCreated("acme", "Acme"));
        views.project();
        ledger.events("acme", user(IMPORTER, "importer"));
        Instant then = ledger.entries().getLast().ledgeredAt();
        assertThat(api.read(AUDIT + "?at=" + then).status()).isEqualTo(503);
    }

    @Test
    void allWorkspacesEntriesStandInTheOrderOfTheLedger() throws Exception {
        for (int i = 0; i < 3; i++) {
            String slug = "ws-" + i;
            ledger.events(slug, new WorkspaceCreated(slug, slug), user(id(40 + i), "user-" + i));
            ledger.uses(
                    slug,
                    new Uses(id(40 + i), 1, 1)
                            .at(
                                    ledger.nextTime(),
                                    Uses.allowed("0KeyNumber00000000000" + i, "a:b")));
        }
        views.project();
        List<JsonNode> all = allPages("/api/v1/audit");
        assertThat(texts(all, "position"))
                .containsExactly("9", "8", "7", "6", "5", "4", "3", "2", "1");
        assertThat(texts(all, "workspace")).containsSubsequence("ws-2", "ws-1", "ws-0");
        assertThat(texts(allPages("/api/v1/audit?q=USER-1"), "workspace")).containsOnly("ws-1");
        assertThat(allPages("/api/v1/audit?kind=use")).hasSize(3);
        assertThat(api.read(AUDIT + "?cursor=" + cursorOfAll()).status()).isEqualTo(400);
    }

    private String cursorOfAll() throws Exception {
        ledger.events("acme", new WorkspaceCreated("acme", "Acme"));
        views.project();
        return api.read("/api/v1/audit?limit=2").body().get("nextCursor").asString();
    }

    private static SecurityPolicyCreated policy(UUID id, String name) {
        return new SecurityPolicyCreated(id, name, "", List.of(), PolicyGuards.NONE, false);
    }

    @Test
    void theSameIsFoundAfterARebuild() throws Exception {
        Traffic.happens(ledger);
        views.project();
        assertThat(views.rebuilt(2)).isEqualTo(views.live());
    }
}
