package io.keyledger.query.people;

import io.keyledger.query.history.History;
import io.keyledger.query.history.HistoryStore;
import io.keyledger.query.history.Moment;
import io.keyledger.query.ledger.EntryContent;
import io.keyledger.query.ledger.LedgerEntry;
import io.keyledger.query.projection.Projection;
import io.keyledger.query.projection.ViewTables;
import io.keyledger.shared.event.PersonEvent;
import io.keyledger.shared.ledger.RecordKind;
import io.keyledger.shared.ledger.StoredRecord;
import io.keyledger.shared.record.ActorKind;
import io.keyledger.shared.record.PersonalRef;
import io.keyledger.shared.record.RecordedActor;

import org.springframework.stereotype.Component;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps what is known of people: by their own events, and by the names they act under. */
@Component
public class PeopleProjection implements Projection {

    public static final String VIEW = "people";

    @Override
    public String view() {
        return VIEW;
    }

    @Override
    public List<String> tables() {
        return List.of(
                PersonTables.PERSON.name(), PersonTables.GROUP.name(), SignIns.TABLE, Names.TABLE);
    }

    @Override
    public boolean reads(RecordKind kind) {
        return kind == RecordKind.CHANGE;
    }

    @Override
    public void apply(List<LedgerEntry> batch, ViewTables tables) throws SQLException {
        HistoryStore store = new HistoryStore(tables.connection(), tables::qualified);
        Set<UUID> concerned = concerned(batch);
        History<UUID, PersonRow> people = store.load(PersonTables.PERSON, concerned, "uuid");
        History<Membership, String> groups = store.load(PersonTables.GROUP, concerned, "uuid");
        SignIns signIns = new SignIns();
        Names names = new Names();
        PersonChanges changes = new PersonChanges(people, groups, signIns);
        for (LedgerEntry entry : batch) {
            if (entry.content() instanceof EntryContent.Change(var event, var metadata)) {
                note(metadata.actor(), entry, names);
                if (event instanceof PersonEvent ofPerson) {
                    changes.apply(ofPerson, moment(entry));
                }
            }
        }
        store.write(PersonTables.PERSON, people);
        store.write(PersonTables.GROUP, groups);
        signIns.write(tables.connection(), tables.qualified(SignIns.TABLE));
        names.write(tables.connection(), tables.qualified(Names.TABLE));
    }

    private static Set<UUID> concerned(List<LedgerEntry> batch) {
        Set<UUID> ids = new HashSet<>();
        for (LedgerEntry entry : batch) {
            if (entry.content() instanceof EntryContent.Change(PersonEvent event, _)) {
                ids.add(event.personId());
            }
        }
        return ids;
    }

    private static void note(RecordedActor actor, LedgerEntry entry, Names names) {
        Long ref = PersonalRef.refOf(actor.personName());
        if (actor.kind() == ActorKind.PERSON && ref != null) {
            UUID person = UUID.fromString(actor.id());
            names.note(person, entry.stored().workspace(), ref, entry.position());
        }
    }

    private static Moment moment(LedgerEntry entry) {
        StoredRecord stored = entry.stored();
        return new Moment(entry.position(), stored.sequence(), stored.occurredAt());
    }
}
