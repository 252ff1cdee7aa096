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
import io.keyledger.shared.event.PersonEvent.PersonGroupAssigned;
import io.keyledger.shared.event.PersonEvent.PersonRegistered;
import io.keyledger.shared.event.PersonEvent.PersonSignedIn;
import io.keyledger.shared.event.SecretHash;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyGenerated;
import io.keyledger.shared.event.ServiceUserEvent.GroupAssigned;
import io.keyledger.shared.event.ServiceUserEvent.RoleAssigned;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDeleted;
import io.keyledger.shared.event.UserGroupEvent.RoleAssignedToGroup;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;
import io.keyledger.shared.record.PersonalRef;
import io.keyledger.shared.record.RecordMetadata;
import io.keyledger.shared.record.RecordedActor;

import java.util.UUID;

/** A workspace with an importer, an exporter, one that idles and one that is gone. */
final class People {

    private static final UUID CORRELATION = UUID.fromString("0190b5a0-0000-7000-8000-0000000000c0");

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

    /** Registers, and is in the group from then on; what is told next is of the same person. */
    static void signsIn(LedgerFixture ledger, UUID person, String name, UUID group) {
        ledger.by(by(person, ledger.personalValue("system", "person-name", name)));
        ledger.events(
                "system",
                new PersonRegistered(person, "https://login.example.com", person.toString()),
                new PersonSignedIn(person, ledger.nextTime()));
        ledger.by(by(person, ledger.personalValue("acme", "person-name", name)));
        ledger.events("acme", new PersonGroupAssigned(person, "acme", group));
    }

    /** What is on record with what a person does, whose name is that personal value. */
    static RecordMetadata by(UUID person, long name) {
        return new RecordMetadata(
                RecordedActor.person(person.toString()).named(new PersonalRef(name, "00")),
                CORRELATION,
                null,
                null,
                null,
                null);
    }
}
