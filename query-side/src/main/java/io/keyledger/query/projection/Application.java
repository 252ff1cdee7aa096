package io.keyledger.query.projection;

import io.keyledger.query.ledger.LedgerEntry;
import io.keyledger.query.platform.Failures;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Applies entries to one copy of a view in one transaction. Streams with a parked entry are parked
 * further; a batch that fails is halved until the entry to blame is alone.
 */
public final class Application {

    private static final Logger LOG = LoggerFactory.getLogger(Application.class);

    private final Connection connection;
    private final Projection projection;
    private final ViewCopy copy;
    private final ViewTables tables;
    private final DeadLetters letters;

    public Application(Connection connection, Projection projection, ViewCopy copy) {
        this.connection = connection;
        this.projection = projection;
        this.copy = copy;
        this.tables = new ViewTables(connection, copy);
        this.letters = new DeadLetters(connection, projection.view(), copy);
    }

    /** Applies what can be applied and parks the rest. */
    public void apply(List<LedgerEntry> entries) throws SQLException {
        if (!entries.isEmpty()) {
            apply(entries, letters.parkedOf(streams(entries)));
        }
    }

    /** Applies one parked entry and says why it failed, if it did. Nothing is parked or freed. */
    public @Nullable String applyAlone(LedgerEntry entry) throws SQLException {
        Exception failure = failureOf(List.of(entry));
        return failure == null || letters.mayBeSkipped(entry.position())
                ? null
                : Failures.describe(failure);
    }

    private void apply(List<LedgerEntry> entries, Set<String> parked) throws SQLException {
        List<LedgerEntry> free = withoutParked(entries, parked);
        Exception failure = free.isEmpty() ? null : failureOf(free);
        if (failure == null) {
            return;
        }
        if (free.size() == 1) {
            park(free.getFirst(), failure, parked);
            return;
        }
        int half = free.size() / 2;
        apply(free.subList(0, half), parked);
        apply(free.subList(half, free.size()), parked);
    }

    private List<LedgerEntry> withoutParked(List<LedgerEntry> entries, Set<String> parked) {
        if (parked.isEmpty()) {
            return entries;
        }
        var byParked =
                entries.stream()
                        .collect(
                                Collectors.partitioningBy(
                                        entry -> parked.contains(entry.stored().stream())));
        byParked.getOrDefault(true, List.of()).forEach(entry -> letters.park(entry, null));
        return byParked.getOrDefault(false, List.of());
    }

    private void park(LedgerEntry entry, Exception failure, Set<String> parked) {
        if (letters.mayBeSkipped(entry.position())) {
            return;
        }
        String cause = Failures.describe(failure);
        LOG.error(
                "View {} ({}) cannot apply entry {} ({}) and parks its stream {}: {}",
                projection.view(),
                copy.storedName(),
                entry.position(),
                entry.stored().type(),
                entry.stored().stream(),
                cause);
        letters.park(entry, cause);
        parked.add(entry.stored().stream());
    }

    /** Null when it went well; else nothing of it is left in the transaction. */
    private @Nullable Exception failureOf(List<LedgerEntry> entries) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            projection.apply(entries, tables);
            connection.releaseSavepoint(before);
            return null;
        } catch (SQLException | RuntimeException e) {
            if (Failures.isOfTheDatabase(e)) {
                throw e;
            }
            connection.rollback(before);
            return e;
        }
    }

    private static Set<String> streams(List<LedgerEntry> entries) {
        return entries.stream().map(entry -> entry.stored().stream()).collect(Collectors.toSet());
    }
}
