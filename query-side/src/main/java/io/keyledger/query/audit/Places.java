package io.keyledger.query.audit;

import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/**
 * Finds where the entries stand that pass a filter, newest first. What only journal records tell is
 * looked up in them, for so many entries a page; a page may then be short and go on all the same.
 */
@Component
class Places {

    private static final int AT_ONCE = 1_000;
    private static final int A_PAGE = 20_000;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Addresses addresses;
    private final TrailAt trailAt;

    Places(
            @Qualifier("queryDataSource") DataSource dataSource,
            Journal journal,
            Addresses addresses,
            TrailAt trailAt) {
        this.jdbc = JdbcClient.create(dataSource);
        this.journal = journal;
        this.addresses = addresses;
        this.trailAt = trailAt;
    }

    Page<Place> of(@Nullable String workspace, AuditFilter filter, PageRequest request) {
        String network = filter.network();
        Set<Long> sources = network == null ? null : addresses.in(workspace, network);
        EntryQuery query = new EntryQuery(workspace, filter, sources);
        long before =
                request.isFirst()
                        ? trailAt.end(filter.at())
                        : Long.parseLong(request.after().getFirst());
        boolean sieved = filter.wantsUses() && (sources != null || filter.policy() != null);
        return sieved
                ? sieved(query, new Sieve(sources, filter.policy()), before, request)
                : Page.of(find(query, before, request.fetch()), request, Places::key);
    }

    private Page<Place> sieved(EntryQuery query, Sieve sieve, long start, PageRequest request) {
        List<Place> found = new ArrayList<>();
        long before = start;
        for (int looked = 0; looked < A_PAGE; looked += AT_ONCE) {
            List<Place> some = find(query, before, AT_ONCE);
            found.addAll(passing(some, sieve));
            if (found.size() >= request.fetch() || some.size() < AT_ONCE) {
                return Page.of(found, request, Places::key);
            }
            before = some.getLast().entry();
        }
        return Page.cut(found, request, Long.toString(before));
    }

    private List<Place> passing(List<Place> some, Sieve sieve) {
        Map<Long, JournalRecord> records =
                journal.at(
                        some.stream()
                                .filter(Place::use)
                                .map(Place::position)
                                .collect(Collectors.toSet()));
        return some.stream().filter(place -> !place.use() || holds(sieve, records, place)).toList();
    }

    private static boolean holds(Sieve sieve, Map<Long, JournalRecord> records, Place place) {
        JournalRecord record = records.get(place.position());
        return record != null && sieve.holds(record, place.entry());
    }

    private List<Place> find(EntryQuery query, long before, int fetch) {
        Conditions parameters = new Conditions();
        String sql = query.sql(parameters, before, fetch);
        return jdbc.sql(sql)
                .params(parameters.parameters())
                .query(
                        (row, _) ->
                                new Place(
                                        row.getString("workspace"),
                                        row.getLong("entry"),
                                        row.getBoolean("use")))
                .list();
    }

    private static String[] key(Place place) {
        return new String[] {Long.toString(place.entry())};
    }
}
