package io.keyledger.query.audit;

import io.keyledger.query.history.EntryNumber;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.usetrail.StoredMarks;
import io.keyledger.query.usetrail.WantedMarks;
import io.keyledger.shared.use.RecordId;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

/**
 * Finds uses, newest first: by their marks in the blocks, and of those that pass, whatever else is
 * asked for in the journal. That is looked up for so many uses a page; a page may then be short and
 * go on all the same.
 */
@Component
class UseSearch {

    private static final int MOST_BLOCKS = 256;

    /** Blocks of many uses are read a few at a time. */
    private static final long MOST_BYTES = 4L << 20;

    private static final int AT_ONCE = 500;
    private static final int A_PAGE = 20_000;

    private final JdbcClient jdbc;
    private final Journal journal;

    UseSearch(@Qualifier("queryDataSource") DataSource dataSource, Journal journal) {
        this.jdbc = JdbcClient.create(dataSource);
        this.journal = journal;
    }

    /**
     * @param reached the use that was looked at last, if there may be more to find behind it; null
     *     if as many were found as wanted, or all
     */
    record Found(List<UseDraft> uses, @Nullable Long reached) {

        static final Found NOTHING = new Found(List.of(), null);
    }

    /** Before an entry, at least so many if there are; of all workspaces without one. */
    Found find(@Nullable String workspace, UseFilter filter, long before, int wanted) {
        UseBlockQuery query = new UseBlockQuery(workspace, filter);
        WantedMarks marks = filter.marks();
        List<UseDraft> found = new ArrayList<>();
        int looked = 0;
        long end = before;
        int count = 1;
        while (true) {
            List<StoredMarks> blocks = blocks(query, end, count);
            long[] entries = entries(blocks, marks, end, A_PAGE - looked);
            for (int from = 0; from < entries.length; ) {
                // Marks tell nearly all: the first look needs no more than what is wanted.
                int upTo = Math.min(entries.length, from + (looked == 0 ? wanted : AT_ONCE));
                found.addAll(drafts(Arrays.copyOfRange(entries, from, upTo), filter));
                looked += upTo - from;
                from = upTo;
                if (found.size() >= wanted) {
                    return new Found(found, null);
                }
                if (looked >= A_PAGE) {
                    return new Found(found, entries[upTo - 1]);
                }
            }
            if (blocks.stream().map(StoredMarks::number).distinct().count() < count) {
                return new Found(found, null);
            }
            end = blocks.stream().mapToLong(StoredMarks::firstEntry).min().orElseThrow();
            count = more(count, blocks);
        }
    }

    /** How many blocks to read next. */
    private static int more(int count, List<StoredMarks> blocks) {
        long bytes = blocks.stream().mapToLong(StoredMarks::bytes).sum();
        return (int) Math.clamp(MOST_BYTES * count / bytes, 1, Math.min(MOST_BLOCKS, count * 4));
    }

    Optional<UseDraft> find(String workspace, RecordId id) {
        return journal.positionOf(id).stream()
                .filter(_ -> EntryNumber.isIndex(id.index()))
                .map(position -> EntryNumber.of(position, id.index()))
                .flatMap(
                        entry ->
                                journal.of(List.of(entry)).values().stream()
                                        .filter(record -> record.workspace().equals(workspace))
                                        .filter(record -> id.index() < record.uses().size())
                                        .map(record -> UseDraft.of(entry, record)))
                .findFirst();
    }

    private List<StoredMarks> blocks(UseBlockQuery query, long before, int count) {
        Conditions where = new Conditions();
        String sql = query.sql(where, before, count);
        return jdbc.sql(sql)
                .params(where.parameters())
                .query((row, _) -> StoredMarks.read(row))
                .list();
    }

    /** The last of all that pass, the newest first. */
    private static long[] entries(
            List<StoredMarks> blocks, WantedMarks wanted, long before, int most) {
        long[] sorted =
                blocks.stream()
                        .flatMapToLong(block -> LongStream.of(block.last(wanted, before, most)))
                        .sorted()
                        .toArray();
        long[] newest = new long[Math.min(sorted.length, most)];
        for (int i = 0; i < newest.length; i++) {
            newest[i] = sorted[sorted.length - 1 - i];
        }
        return newest;
    }

    /** Those of the entries that pass, in their order. */
    private List<UseDraft> drafts(long[] entries, UseFilter filter) {
        List<Long> all = LongStream.of(entries).boxed().toList();
        Instant from = filter.filter().from();
        Instant to = filter.filter().to();
        Map<Long, JournalRecord> records = journal.of(all, from, to);
        boolean whole = from == null && to == null;
        return all.stream()
                .flatMap(
                        entry ->
                                Stream.ofNullable(record(records, entry, whole))
                                        .map(record -> UseDraft.of(entry, record)))
                .filter(filter::holds)
                .toList();
    }

    /** Null for one of another time, unless all times are asked for. */
    private static @Nullable JournalRecord record(
            Map<Long, JournalRecord> records, long entry, boolean whole) {
        JournalRecord record = records.get(EntryNumber.position(entry));
        if (record == null && whole) {
            throw new IllegalStateException("an audit entry has no journal record");
        }
        return record;
    }
}
