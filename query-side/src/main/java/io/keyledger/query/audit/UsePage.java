package io.keyledger.query.audit;

import io.keyledger.query.history.EntryNumber;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;

/** The uses of a page as they are found in the journal. */
final class UsePage {

    /** Uses of keys with the same hash as one that is asked for: the journal alone can tell. */
    static final int MOST_LOOKED_UP = 20_000;

    private static final int AT_ONCE = 500;

    private final Journal journal;
    private final UseFilter filter;
    private final int wanted;
    private final List<UseDraft> found = new ArrayList<>();
    private int lookedUp;
    private long last = Long.MAX_VALUE;

    UsePage(Journal journal, UseFilter filter, int wanted) {
        this.journal = journal;
        this.filter = filter;
        this.wanted = wanted;
    }

    /** Looks up entries whose marks pass until there are enough, or too many were looked up. */
    void lookUp(PrimitiveIterator.OfLong entries) {
        while (entries.hasNext() && !isDone()) {
            // Marks tell nearly all: the first look needs no more than what is wanted.
            int most = lookedUp == 0 ? wanted : AT_ONCE;
            List<Long> some = new ArrayList<>(most);
            while (some.size() < most && entries.hasNext()) {
                some.add(entries.nextLong());
            }
            found.addAll(passing(some));
            lookedUp += some.size();
            last = some.getLast();
        }
    }

    boolean isDone() {
        return isFull() || lookedUp >= MOST_LOOKED_UP;
    }

    /** What a page that is done has found. */
    UseSearch.Found found() {
        return isFull() ? all() : upTo(last);
    }

    /** Where nothing is left to be looked at, or nothing more is wanted. */
    UseSearch.Found all() {
        return new UseSearch.Found(found, null);
    }

    /** Where more may be found before that entry. */
    UseSearch.Found upTo(long reached) {
        return new UseSearch.Found(found, reached);
    }

    private boolean isFull() {
        return found.size() >= wanted;
    }

    private List<UseDraft> passing(List<Long> entries) {
        Map<Long, JournalRecord> records = journal.of(entries);
        return entries.stream()
                .map(entry -> UseDraft.of(entry, record(records, entry)))
                .filter(filter::holds)
                .toList();
    }

    private static JournalRecord record(Map<Long, JournalRecord> records, long entry) {
        JournalRecord record = records.get(EntryNumber.position(entry));
        if (record == null) {
            throw new IllegalStateException("an audit entry has no journal record");
        }
        return record;
    }
}
