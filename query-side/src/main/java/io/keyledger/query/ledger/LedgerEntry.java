package io.keyledger.query.ledger;

import io.keyledger.shared.event.EventJson;
import io.keyledger.shared.event.WireType;
import io.keyledger.shared.ledger.StoredRecord;
import io.keyledger.shared.record.MetadataJson;
import io.keyledger.shared.use.KeyUsesCodec;

import org.jspecify.annotations.Nullable;

import java.lang.ref.WeakReference;
import java.time.Instant;

/** A record and its place in the ledger. Read only in one thread. */
public final class LedgerEntry {

    private static final EventJson EVENTS = new EventJson();

    private final long position;
    private final long workspaceSequence;
    private final Instant ledgeredAt;
    private final StoredRecord stored;

    /**
     * For whoever asks next. What is decoded of a portion is many small objects: held on to by all
     * of its entries at once, they would be copied by each collection that happens meanwhile, and
     * checks would wait for it.
     */
    private @Nullable WeakReference<EntryContent> content;

    public LedgerEntry(
            long position, long workspaceSequence, Instant ledgeredAt, StoredRecord stored) {
        this.position = position;
        this.workspaceSequence = workspaceSequence;
        this.ledgeredAt = ledgeredAt;
        this.stored = stored;
    }

    /** Dense over all records, from 1. */
    public long position() {
        return position;
    }

    /** Dense in the record's workspace, from 0. */
    public long workspaceSequence() {
        return workspaceSequence;
    }

    public Instant ledgeredAt() {
        return ledgeredAt;
    }

    /** The record as it stands in the store. */
    public StoredRecord stored() {
        return stored;
    }

    /**
     * What the record says, decoded when asked for.
     *
     * @throws io.keyledger.shared.event.UnreadableEvent if this code cannot read it
     */
    public EntryContent content() {
        EntryContent known = content == null ? null : content.get();
        if (known != null) {
            return known;
        }
        EntryContent decoded = decode();
        content = new WeakReference<>(decoded);
        return decoded;
    }

    private EntryContent decode() {
        return switch (stored.kind()) {
            case CHANGE ->
                    new EntryContent.Change(
                            EVENTS.read(
                                    new WireType(stored.type(), stored.revision()),
                                    stored.payload()),
                            MetadataJson.read(stored.metadata()));
            case USES ->
                    new EntryContent.Uses(KeyUsesCodec.read(stored.revision(), stored.payload()));
        };
    }
}
