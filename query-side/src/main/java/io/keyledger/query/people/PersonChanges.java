package io.keyledger.query.people;

import io.keyledger.query.history.History;
import io.keyledger.query.history.Moment;
import io.keyledger.shared.event.PersonEvent;
import io.keyledger.shared.event.PersonEvent.PersonDisabled;
import io.keyledger.shared.event.PersonEvent.PersonEnabled;
import io.keyledger.shared.event.PersonEvent.PersonGroupAssigned;
import io.keyledger.shared.event.PersonEvent.PersonGroupUnassigned;
import io.keyledger.shared.event.PersonEvent.PersonRegistered;
import io.keyledger.shared.event.PersonEvent.PersonSignedIn;

import java.util.UUID;

/** What each event of a person makes of it, its groups and its sign-ins. */
record PersonChanges(
        History<UUID, PersonRow> people, History<Membership, String> groups, SignIns signIns) {

    static final String ENABLED = "enabled";
    static final String DISABLED = "disabled";

    void apply(PersonEvent event, Moment now) {
        UUID id = event.personId();
        switch (event) {
            case PersonRegistered(_, String issuer, String subject) ->
                    people.put(id, new PersonRow(issuer, subject, ENABLED, now.at()), now);
            case PersonSignedIn _ -> {
                people.touch(id, now);
                signIns.add(id, now);
            }
            case PersonGroupAssigned(_, String workspace, UUID group) -> {
                people.touch(id, now);
                groups.put(new Membership(id, group), workspace, now);
            }
            case PersonGroupUnassigned(_, _, UUID group) -> {
                people.touch(id, now);
                groups.end(new Membership(id, group), now);
            }
            case PersonDisabled _ -> people.change(id, row -> row.in(DISABLED), now);
            case PersonEnabled _ -> people.change(id, row -> row.in(ENABLED), now);
        }
    }
}
