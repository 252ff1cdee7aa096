package io.keyledger.query.audit;

import io.keyledger.query.history.EntryNumber;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.usetrail.StoredMarks;
import io.keyledger.query.usetrail.WantedMarks;
import io.keyledger.shared.use.RecordId;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

/**
 * Finds uses, newest first: by their marks in the blocks, and those that pass in the journal. A
 * page looks through some megabytes of marks, which are millions of uses; then it may be short and
 * go on all the same.
 */
@Component
class UseSearch {

    private static final long MOST_MARKS = 8L << 20;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final long mostMarks;

    @Autowired
    UseSearch(@Qualifier("queryDataSource") DataSource dataSource, Journal journal) {
        this(dataSource, journal, MOST_MARKS);
    }

    /**
     * @param mostMarks how many bytes of marks a page looks through; it ends with the blocks with
     *     which that is reached
     */
    UseSearch(DataSource dataSource, Journal journal, long mostMarks) {
        this.jdbc = JdbcClient.create(dataSource);
        this.journal = journal;
        this.mostMarks = mostMarks;
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
        UsePage page = new UsePage(journal, filter, wanted);
        long end = before;
        long looked = 0;
        int count = 1;
        while (filter.canHold()) {
            BlocksRead blocks = blocks(query, end, count);
            page.lookUp(blocks.entries(marks, end, UsePage.MOST_LOOKED_UP));
            if (page.isDone()) {
                return page.found();
            }
            if (blocks.isLast()) {
                return page.all();
            }
            end = blocks.firstEntry();
            looked += blocks.bytes();
            if (looked >= mostMarks) {
                return page.upTo(end);
            }
            count = blocks.next();
        }
        return Found.NOTHING;
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

    private BlocksRead blocks(UseBlockQuery query, long before, int count) {
        Conditions where = new Conditions();
        String sql = query.sql(where, before, count);
        return new BlocksRead(
                jdbc.sql(sql)
                        .params(where.parameters())
                        .query((row, _) -> StoredMarks.read(row))
                        .list(),
                count);
    }
}
