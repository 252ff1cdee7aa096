package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.IMPORTER;
import static io.keyledger.query.testing.Company.KEY;
import static io.keyledger.query.testing.Company.id;
import static io.keyledger.query.testing.Company.user;

import io.keyledger.query.testing.Company;
import io.keyledger.query.testing.LedgerFixture;
import io.keyledger.query.testing.Uses;
import io.keyledger.shared.event.SecretHash;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyGenerated;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;

/** Four changes and five uses, one of them of a key that nobody has. */
final class Traffic {

    private Traffic() {}

    static void happens(LedgerFixture ledger) {
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
    }

    /** One more. */
    static void moreUses(LedgerFixture ledger) {
        ledger.uses(
                "acme",
                new Uses(IMPORTER, 1, 2)
                        .at(ledger.nextTime(), Uses.allowed(KEY, "catalog.assets:view")));
    }
}
