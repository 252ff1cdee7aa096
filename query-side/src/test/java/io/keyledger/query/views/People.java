package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.ANALYSTS;
import static io.keyledger.query.testing.Company.IMPORTER;
import static io.keyledger.query.testing.Company.KEY;
import static io.keyledger.query.testing.Company.READER;
import static io.keyledger.query.testing.Company.WRITER;
import static io.keyledger.query.testing.Company.group;
import static io.keyledger.query.testing.Company.id;
import static io.keyledger.query.testing.Company.role;
import static io.keyledger.query.testing.Company.user;

import io.keyledger.query.testing.Company;
import io.keyledger.query.testing.LedgerFixture;
import io.keyledger.shared.event.SecretHash;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyGenerated;
import io.keyledger.shared.event.ServiceUserEvent.GroupAssigned;
import io.keyledger.shared.event.ServiceUserEvent.RoleAssigned;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDeleted;
import io.keyledger.shared.event.UserGroupEvent.RoleAssignedToGroup;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;

/** A workspace with an importer, an exporter, one that idles and one that is gone. */
final class People {

    private People() {}

    static void arrive(LedgerFixture ledger) {
        ledger.events(
                "acme",
                new WorkspaceCreated("acme", "Acme"),
                role(READER, "reader", "catalog.*:view"),
                role(WRITER, "writer", "catalog.assets:*", "workspace.ownership:delete"),
                group(ANALYSTS, "analysts"),
                new RoleAssignedToGroup(ANALYSTS, READER),
                user(IMPORTER, "importer"),
                new GroupAssigned(IMPORTER, ANALYSTS),
                new RoleAssigned(IMPORTER, WRITER),
                new ApiKeyGenerated(
                        IMPORTER, KEY, "nightly", new SecretHash(1, Company.SECRET_HASH), null),
                user(id(10), "exporter"),
                new GroupAssigned(id(10), ANALYSTS),
                user(id(11), "idle"),
                user(id(12), "gone"),
                new ServiceUserDeleted(id(12), "gone"));
    }
}
