package io.keyledger.query.audit;

import io.keyledger.query.history.EntryNumber;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.usetrail.UseBlock;
import io.keyledger.query.usetrail.UseBlockRow;
import io.keyledger.query.usetrail.UseMark;
import io.keyledger.shared.use.RecordId;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import javax.sql.DataSource;

/**
 * Finds uses, newest first: by their marks in the blocks, and of those that pass, whatever else is
 * asked for in the journal. That is looked up for so many uses a page; a page may then be short and
 * go on all the same.
 */
@Component
class UseSearch {

    private static final int FIRST_BLOCKS = 1;
    private static final int MOST_BLOCKS = 256;
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
        Predicate<UseMark> such = filter.marks();
        List<UseDraft> found = new ArrayList<>();
        int looked = 0;
        long end = before;
        for (int count = FIRST_BLOCKS; ; count = Math.min(MOST_BLOCKS, count * 4)) {
            List<UseBlock> blocks = blocks(query, end, count);
            List<Long> entries = entries(blocks, such, end);
            int from = 0;
            while (from < entries.size()) {
                // Marks tell nearly all: the first look needs no more than what is wanted.
                int upTo = Math.min(entries.size(), from + (looked == 0 ? wanted : AT_ONCE));
                List<Long> some = entries.subList(from, upTo);
                from = upTo;
                drafts(some).stream().filter(filter::holds).forEach(found::add);
                looked += some.size();
                if (found.size() >= wanted) {
                    return new Found(found, null);
                }
                if (looked >= A_PAGE) {
                    return new Found(found, some.getLast());
                }
            }
            if (blocks.stream().map(UseBlock::number).distinct().count() < count) {
                return new Found(found, null);
            }
            end = blocks.stream().mapToLong(UseBlock::firstEntry).min().orElseThrow();
        }
    }

    Optional<UseDraft> find(String workspace, RecordId id) {
        return journal.positionOf(id).stream()
                .flatMap(position -> journal.at(Set.of(position)).values().stream())
                .filter(record -> record.workspace().equals(workspace))
                .filter(record -> id.index() < record.uses().uses().size())
                .map(record -> UseDraft.of(EntryNumber.of(record.position(), id.index()), record))
                .findFirst();
    }

    private List<UseBlock> blocks(UseBlockQuery query, long before, int count) {
        Conditions where = new Conditions();
        String sql = query.sql(where, before, count);
        return jdbc.sql(sql)
                .params(where.parameters())
                .query((row, _) -> UseBlockRow.read(row))
                .list();
    }

    private static List<Long> entries(List<UseBlock> blocks, Predicate<UseMark> such, long before) {
        return blocks.stream()
                .flatMapToLong(block -> LongStream.of(block.entries(such)))
                .filter(entry -> entry < before)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private List<UseDraft> drafts(List<Long> entries) {
        Map<Long, JournalRecord> records =
                journal.at(entries.stream().map(EntryNumber::position).collect(Collectors.toSet()));
        return entries.stream()
                .map(entry -> UseDraft.of(entry, record(records, EntryNumber.position(entry))))
                .toList();
    }

    private static JournalRecord record(Map<Long, JournalRecord> records, long position) {
        JournalRecord record = records.get(position);
        if (record == null) {
            throw new IllegalStateException("an audit entry has no journal record");
        }
        return record;
    }
}
