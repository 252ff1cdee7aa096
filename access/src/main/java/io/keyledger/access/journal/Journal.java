package io.keyledger.access.journal;

import io.keyledger.shared.id.IdGenerator;
import io.keyledger.shared.use.KeyUsesCodec;
import io.keyledger.shared.use.RecordId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One writer's stream of journal records, numbered without gaps. A batch that was not committed
 * gives its numbers back; one whose commit is uncertain ends the stream, and another begins.
 */
public final class Journal {

    private final IdGenerator ids;
    private UUID writer;
    private long next;

    public Journal(IdGenerator ids) {
        this.ids = ids;
        this.writer = ids.next();
    }

    /** Composes one record per workspace; the same use given twice is in it once. */
    public JournalBatch compose(Instant decidedAt, String snapshot, List<UseDraft> uses) {
        Map<String, List<UseDraft>> byWorkspace = new LinkedHashMap<>();
        Set<UseDraft> once = Collections.newSetFromMap(new IdentityHashMap<>());
        uses.stream()
                .filter(once::add)
                .forEach(
                        use ->
                                byWorkspace
                                        .computeIfAbsent(use.workspace(), _ -> new ArrayList<>())
                                        .add(use));
        List<JournalEntry> entries = new ArrayList<>();
        Map<UseDraft, RecordId> places = new IdentityHashMap<>();
        byWorkspace.forEach(
                (workspace, drafts) -> {
                    long sequence = next + entries.size();
                    RecordComposer composer = new RecordComposer();
                    List<Row> rows = rows(drafts);
                    for (int i = 0; i < rows.size(); i++) {
                        composer.add(rows.get(i));
                        RecordId id = new RecordId(writer, sequence, i);
                        rows.get(i).uses().forEach(use -> places.put(use, id));
                    }
                    byte[] payload = KeyUsesCodec.write(composer.compose(decidedAt, snapshot));
                    entries.add(new JournalEntry(ids.next(), workspace, sequence, payload));
                });
        return new JournalBatch(
                writer, decidedAt, entries, uses.stream().map(places::get).toList());
    }

    /** The batch is in the store. */
    public void written(JournalBatch batch) {
        next += batch.entries().size();
    }

    /** Nobody knows whether a batch is in the store. */
    public void beginAnew() {
        writer = ids.next();
        next = 0;
    }

    private static List<Row> rows(Collection<UseDraft> uses) {
        List<Row> rows =
                new ArrayList<>(
                        uses.stream().filter(use -> !use.countable()).map(Row::of).toList());
        rows.addAll(RefusalRows.of(uses.stream().filter(UseDraft::countable).toList()));
        return rows;
    }
}
