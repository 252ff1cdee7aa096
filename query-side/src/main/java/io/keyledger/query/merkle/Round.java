package io.keyledger.query.merkle;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One look at all logs, in one transaction. A log that is stopped holds up no other. */
final class Round {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private final Connection connection;
    private final @Nullable Notary notary;
    private final Trust trust;
    private final int limit;
    private final List<String> signed = new ArrayList<>();

    Round(Connection connection, @Nullable Notary notary, Trust trust, int limit) {
        this.connection = connection;
        this.notary = notary;
        this.trust = trust;
        this.limit = limit;
    }

    /** Whether a log has more to grow at once. */
    boolean run() throws SQLException {
        boolean more = false;
        for (MerkleLog log : MerkleLogRows.due(connection, kept())) {
            more |= advance(log);
        }
        if (notary != null && !signed.isEmpty()) {
            notary.kept().settle(signed);
        }
        return more;
    }

    private boolean advance(MerkleLog log) throws SQLException {
        long size = log.frontier().size();
        long signedSize = log.signedSize();
        String stopped = log.stopped();
        try {
            Signing.Grown before = grow(log);
            // Whoever cannot sign does not know better than who stopped it.
            if (notary != null && log.hasGrown()) {
                sign(new Signing(connection, notary), log, before);
                signedSize = log.frontier().size();
                stopped = null;
            }
        } catch (Stopped stop) {
            stopped = stop.why().code();
        } catch (LogDamaged _) {
            trust.remove(log.workspace());
            damaged(log);
            return false;
        }
        tell(log, stopped);
        if (log.frontier().size() != size
                || signedSize != log.signedSize()
                || !Objects.equals(stopped, log.stopped())) {
            MerkleLogRows.save(connection, log, signedSize, stopped);
        }
        return !log.hasGrown();
    }

    private Signing.Grown grow(MerkleLog log) throws SQLException {
        Signing.Grown before = Signing.Grown.of(log.frontier());
        if (!trust.has(log.workspace())) {
            if (!before.isTreeOf(new StoredTiles(connection, log.workspace()))) {
                throw new LogDamaged("the tree is not the one that its frontier is of");
            }
            trust.add(log.workspace());
        }
        Growth.grow(connection, log, limit);
        return before;
    }

    private void sign(Signing signing, MerkleLog log, Signing.Grown before)
            throws SQLException, Stopped {
        signing.mustContinue(log, before);
        if (log.frontier().size() > log.signedSize()) {
            signing.sign(log);
            signed.add(log.workspace());
        }
    }

    /** What is stored of it is left as it is. */
    private void damaged(MerkleLog log) throws SQLException {
        String code = Stop.DAMAGED.code();
        tell(log, code);
        if (!code.equals(log.stopped())) {
            MerkleLogRows.stop(connection, log.workspace(), code);
        }
    }

    /** Once a process: those that were signed, which may be others or gone since. */
    private List<String> kept() throws SQLException {
        if (notary == null || trust.hasSeenKept()) {
            return List.of();
        }
        try {
            List<String> kept = notary.kept().workspaces();
            for (String gone : MerkleLogRows.unknown(connection, kept)) {
                MerkleLog missing = MerkleLog.missing(gone);
                tell(missing, Stop.SHORTER.code());
                MerkleLogRows.save(connection, missing, 0, Stop.SHORTER.code());
            }
            trust.seenKept();
            return kept;
        } catch (IOException _) {
            LOG.error("The folder of kept checkpoints cannot be listed");
            return List.of();
        }
    }

    private static void tell(MerkleLog log, @Nullable String stopped) {
        if (Objects.equals(stopped, log.stopped())) {
            return;
        }
        if (stopped == null) {
            LOG.info("The log of {} is signed again", log.workspace());
        } else {
            LOG.error(
                    "The log of {} is not signed any more: {}. Its entries stay readable; see"
                            + " Checkpoints in the operations manual",
                    log.workspace(),
                    stopped);
        }
    }
}
