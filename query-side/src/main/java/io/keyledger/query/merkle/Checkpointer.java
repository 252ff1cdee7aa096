package io.keyledger.query.merkle;

import io.keyledger.query.platform.Loop;
import io.keyledger.query.platform.LoopSource;
import io.keyledger.query.platform.Pace;
import io.keyledger.query.platform.Signal;
import io.keyledger.query.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Has logs grow and signs them, every few seconds while there is something new. Any number may run:
 * the lock lets one at a time.
 */
@Component
class Checkpointer implements LoopSource {

    private final Transactions transactions;
    private final @Nullable Notary notary;
    private final Duration interval;
    private final Trust trust = new Trust();
    private final int limit;

    @Autowired
    Checkpointer(Transactions transactions, CheckpointSettings settings) {
        this(transactions, notary(settings), settings.interval(), Growth.AT_ONCE);
    }

    Checkpointer(Transactions transactions, @Nullable Notary notary, Duration interval, int limit) {
        this.transactions = transactions;
        this.notary = notary;
        this.interval = interval;
        this.limit = limit;
    }

    private static @Nullable Notary notary(CheckpointSettings settings) {
        if (settings.directory() == null) {
            return null;
        }
        if (settings.create()) {
            SigningKeyFile.createIfMissing(settings.directory());
        }
        return Notary.in(settings.directory());
    }

    @Override
    public List<Loop> loops() {
        // What is new is looked for at its own pace, not whenever the ledger grows.
        return List.of(
                new Loop("checkpoints", new Signal(), new Pace(interval, interval), this::step));
    }

    /** Once over all logs that have something new, and says whether there is more at once. */
    boolean step() throws SQLException {
        return transactions.run(
                connection ->
                        MerkleLock.tryTake(connection)
                                && new Round(connection, notary, trust, limit).run());
    }

    @Nullable Notary notary() {
        return notary;
    }

    /** In one transaction, with the lock that no other node has then. */
    <T> T locked(Transactions.Work<T> work) throws SQLException {
        return transactions.run(
                (Connection connection) -> {
                    MerkleLock.take(connection);
                    return work.in(connection);
                });
    }
}
