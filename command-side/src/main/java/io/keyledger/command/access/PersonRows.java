package io.keyledger.command.access;

import io.keyledger.shared.event.PersonEvent;
import io.keyledger.shared.event.PersonEvent.PersonDisabled;
import io.keyledger.shared.event.PersonEvent.PersonEnabled;
import io.keyledger.shared.event.PersonEvent.PersonGroupAssigned;
import io.keyledger.shared.event.PersonEvent.PersonGroupUnassigned;
import io.keyledger.shared.event.PersonEvent.PersonRegistered;
import io.keyledger.shared.event.PersonEvent.PersonSignedIn;

import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Rows of {@code access.person} and of the groups of people. Every event moves the person's
 * version.
 */
record PersonRows(Writes writes) {

    void write(PersonEvent event, long version) {
        UUID id = event.personId();
        switch (event) {
            case PersonRegistered registered ->
                    run(
                            "INSERT INTO access.person"
                                    + " (id, issuer, subject, status, token_issued_at, version)"
                                    + " VALUES (?, ?, ?, 'enabled', '-infinity', 0)",
                            id,
                            registered.issuer(),
                            registered.subject());
            case PersonSignedIn signedIn ->
                    run(
                            "UPDATE access.person SET token_issued_at = ? WHERE id = ?",
                            signedIn.tokenIssuedAt().atOffset(ZoneOffset.UTC),
                            id);
            case PersonGroupAssigned assigned ->
                    run(
                            "INSERT INTO access.person_group (person_id, workspace, group_id)"
                                    + " VALUES (?, ?, ?)",
                            id,
                            assigned.workspace(),
                            assigned.groupId());
            case PersonGroupUnassigned unassigned ->
                    run(
                            "DELETE FROM access.person_group WHERE person_id = ? AND group_id = ?",
                            id,
                            unassigned.groupId());
            case PersonDisabled _ -> status(id, "disabled");
            case PersonEnabled _ -> status(id, "enabled");
        }
        run("UPDATE access.person SET version = ? WHERE id = ?", version, id);
    }

    private void status(UUID id, String status) {
        run("UPDATE access.person SET status = ? WHERE id = ?", status, id);
    }

    private void run(String sql, Object... params) {
        writes.add(sql, params);
    }
}
