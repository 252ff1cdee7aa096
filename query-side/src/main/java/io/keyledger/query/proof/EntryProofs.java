package io.keyledger.query.proof;

import io.keyledger.query.ledger.LedgerEntries;
import io.keyledger.query.ledger.LedgerEntry;
import io.keyledger.query.merkle.LogState;
import io.keyledger.query.merkle.LogTree;
import io.keyledger.query.merkle.SignedCheckpoint;
import io.keyledger.query.merkle.SignedCheckpoints;
import io.keyledger.query.merkle.StoredTiles;
import io.keyledger.shared.proof.EntryProof;
import io.keyledger.shared.proof.ProofFile;
import io.keyledger.shared.proof.Verdict;
import io.keyledger.shared.use.RecordId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Proofs of entries, each checked before it is given out. */
@Component
class EntryProofs {

    private static final Logger LOG = LoggerFactory.getLogger(EntryProofs.class);

    private final LogReads reads;

    EntryProofs(LogReads reads) {
        this.reads = reads;
    }

    /** By event id or record id, against the log's last checkpoint. */
    String of(String workspace, String id) {
        return reads.read(workspace, connection -> of(connection, workspace, id));
    }

    private static String of(Connection connection, String workspace, String id)
            throws SQLException {
        long leaf =
                EntryPlaces.leafOf(connection, workspace, id)
                        .orElseThrow(LogProblems::unknownEntry);
        LedgerEntry entry =
                LedgerEntries.inWorkspace(connection, workspace, leaf, leaf + 1).getFirst();
        Optional<RecordId> use = RecordId.parse(id);
        var evidence = Evidence.of(entry, use.orElse(null));
        LogState state =
                LogState.read(connection, workspace).orElseThrow(LogProblems::unknownEntry);
        SignedCheckpoint latest =
                SignedCheckpoints.latest(connection, workspace)
                        .filter(checkpoint -> checkpoint.size() > leaf)
                        .orElseThrow(() -> LogReads.missing(state));
        LogTree tree = new LogTree(new StoredTiles(connection, workspace), latest.size());
        return checked(
                new EntryProof(evidence, leaf, tree.inclusion(leaf), latest.note()).text(), latest);
    }

    private static String checked(String file, SignedCheckpoint checkpoint) {
        if (ProofFile.check(file, checkpoint.key()) instanceof Verdict.NotProven why) {
            LOG.error(
                    "A record of {} is not the one that was signed: {}",
                    checkpoint.origin().text(),
                    why.code());
            throw LogProblems.damaged();
        }
        return file;
    }
}
