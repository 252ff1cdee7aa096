package io.keyledger.query.merkle;

import io.keyledger.shared.proof.Checkpoint;
import io.keyledger.shared.proof.LogOrigin;
import io.keyledger.shared.proof.VerifierKey;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * Signs logs that go on from what was signed before: from the last checkpoint that the database has
 * and from the one that is kept outside it.
 */
final class Signing {

    private final Connection connection;
    private final Notary notary;
    private final UUID store;

    Signing(Connection connection, Notary notary) throws SQLException {
        this.connection = connection;
        this.notary = notary;
        this.store = Checkpoints.store(connection);
    }

    /**
     * Drafts a checkpoint of the log as it is now, to be kept, and puts it on record.
     *
     * @throws Stopped if it cannot be kept; then it is not on record
     */
    void sign(MerkleLog log) throws SQLException, Stopped {
        LogOrigin origin = new LogOrigin(store, log.workspace(), log.origin());
        VerifierKey key = notary.key().verifier(origin.text());
        Checkpoint checkpoint =
                new Checkpoint(origin.text(), log.frontier().size(), log.frontier().root());
        byte[] signature = notary.key().sign(checkpoint.text());
        notary.kept().draft(log.workspace(), checkpoint.note(key, signature));
        int id = Checkpoints.key(connection, key.publicKey());
        Checkpoints.insert(connection, log, checkpoint, id, signature);
    }

    /**
     * Makes sure that it goes on from what is on record and from what is kept.
     *
     * @param before the log before it grew, whose root is at hand
     * @throws Stopped if it does not
     */
    void mustContinue(MerkleLog log, Grown before) throws SQLException, Stopped {
        if (log.signedSize() > log.frontier().size()) {
            throw new Stopped(Stop.SHORTER);
        }
        if (log.signedSize() > 0
                && !Checkpoints.isSignedRoot(
                        connection, log, rootAt(log, log.signedSize(), before))) {
            throw new Stopped(Stop.DIFFERS);
        }
        if (log.origin() > 1 && log.signedSize() == 0) {
            return; // A new origin: an operator has put on record that it begins without the past.
        }
        Optional<Checkpoint> kept = notary.kept().of(log.workspace());
        if (kept.isPresent()) {
            mustContinue(log, before, kept.get());
        }
    }

    private void mustContinue(MerkleLog log, Grown before, Checkpoint kept) throws Stopped {
        LogOrigin origin = originOf(kept, log);
        if (origin.number() > log.origin()) {
            throw new Stopped(Stop.ORIGIN_BEHIND);
        }
        if (origin.number() < log.origin()) {
            return; // An operator has put on record that the log goes on without it.
        }
        if (kept.size() > log.frontier().size()) {
            throw new Stopped(Stop.SHORTER);
        }
        if (!kept.hasRoot(rootAt(log, kept.size(), before))) {
            throw new Stopped(Stop.DIFFERS);
        }
    }

    private LogOrigin originOf(Checkpoint kept, MerkleLog log) throws Stopped {
        Optional<LogOrigin> origin = LogOrigin.parse(kept.origin());
        if (origin.isEmpty()
                || !origin.get().store().equals(store)
                || !origin.get().workspace().equals(log.workspace())) {
            throw new Stopped(Stop.ANOTHER_LOG);
        }
        return origin.get();
    }

    private byte[] rootAt(MerkleLog log, long size, Grown before) {
        if (size == before.size()) {
            return before.root();
        }
        if (size == log.frontier().size()) {
            return log.frontier().root();
        }
        return new LogTree(new StoredTiles(connection, log.workspace()), size).root();
    }

    /** A size and the root at it. */
    @SuppressWarnings("ArrayRecordComponent") // compared by content where it matters
    record Grown(long size, byte[] root) {

        static Grown of(Frontier frontier) {
            return new Grown(frontier.size(), frontier.root());
        }

        boolean isTreeOf(Tiles tiles) {
            return Arrays.equals(root, new LogTree(tiles, size).root());
        }
    }
}
