package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.IMPORTER;
import static io.keyledger.query.testing.Company.KEY;
import static io.keyledger.query.testing.Company.READER;
import static io.keyledger.query.testing.Company.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.testing.Uses;
import io.keyledger.shared.event.RoleEvent.RolePermissionsChanged;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;
import io.keyledger.shared.record.PersonalRef;
import io.keyledger.shared.record.RecordMetadata;
import io.keyledger.shared.use.KeyUse;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.List;

class AuditSearchTest extends FreshViews {

    private static final String AUDIT = ACME + "/audit";

    @Test
    void anAddressIsFoundBehindMoreUsesThanOnePageLooksAt() throws Exception {
        ledger.events("acme", new WorkspaceCreated("acme", "Acme"));
        long near = ledger.personalValue("acme", "address", "192.0.2.7");
        long far = ledger.personalValue("acme", "address", "2001:db8::7");
        ledger.uses(
                "acme",
                new Uses(IMPORTER, far, far).at(ledger.nextTime(), Uses.allowed(KEY, "a:rare")));
        KeyUse[] many = new KeyUse[3_000];
        Arrays.fill(many, Uses.allowed(KEY, "a:usual"));
        for (int i = 0; i < 7; i++) {
            ledger.uses("acme", new Uses(IMPORTER, near, near).at(ledger.nextTime(), many));
        }
        views.project();
        String path = AUDIT + "?address=2001:db8::/64";
        JsonNode first = api.read(path).body();
        assertThat(first.get("items")).isEmpty();
        JsonNode second = api.read(path + "&cursor=" + first.get("nextCursor").asString()).body();
        assertThat(texts(second.get("items"), "permission")).containsExactly("a:rare");
        assertThat(second.get("nextCursor").isNull()).isTrue();
        assertThat(api.read(AUDIT + "?address=192.0.2.7").body().get("items")).hasSize(50);
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
    void theSameIsFoundAfterARebuild() throws Exception {
        Traffic.happens(ledger);
        views.project();
        assertThat(views.rebuilt(2)).isEqualTo(views.live());
    }
}
