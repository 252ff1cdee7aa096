package io.keyledger.query.usetrail;

import io.keyledger.query.history.EntryNumber;
import io.keyledger.query.history.Hours;
import io.keyledger.query.projection.ViewTables;
import io.keyledger.shared.use.KeyUses;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/** The uses that a batch of ledger entries adds, in their blocks. */
final class UseBatch {

    private final SortedMap<Place, UseBlock> blocks = new TreeMap<>();
    private final Hours hours = new Hours();

    private record Place(long block, String workspace) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparingLong(Place::block).thenComparing(Place::workspace);

        static Place of(UseBlock block) {
            return new Place(block.number(), block.workspace());
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    void add(long position, String workspace, KeyUses record) {
        if (record.uses().isEmpty()) {
            return;
        }
        blocks.computeIfAbsent(
                        new Place(UseBlock.numberOf(position), workspace),
                        place -> UseBlock.empty(place.workspace(), place.block()))
                .add(position, RecordMarks.of(record));
        hours.note(
                workspace,
                record.header().decidedAt(),
                EntryNumber.of(position, 0),
                EntryNumber.of(position, record.uses().size() - 1));
    }

    void write(ViewTables tables) throws SQLException {
        if (blocks.isEmpty()) {
            return;
        }
        new BlockPartitions(tables.connection(), tables::qualified)
                .cover(blocks.firstKey().block(), blocks.lastKey().block());
        UseBlocks stored = new UseBlocks(tables.connection(), tables::qualified);
        for (UseBlock known : stored.known(blocks.values())) {
            blocks.compute(Place.of(known), (_, added) -> added == null ? known : known.and(added));
        }
        stored.put(blocks.values());
        hours.addTo(tables.connection(), tables.qualified(UseTrailProjection.HOURS));
    }
}
