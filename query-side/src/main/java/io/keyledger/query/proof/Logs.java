package io.keyledger.query.proof;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.merkle.LogState;
import io.keyledger.query.merkle.LogTree;
import io.keyledger.query.merkle.SignedCheckpoint;
import io.keyledger.query.merkle.SignedCheckpoints;
import io.keyledger.query.merkle.StoredTiles;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.shared.proof.ConsistencyProof;
import io.keyledger.shared.proof.ProofFile;
import io.keyledger.shared.proof.Verdict;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Logs and their checkpoints. */
@Component
class Logs {

    private final LogReads reads;

    Logs(LogReads reads) {
        this.reads = reads;
    }

    LogView show(String workspace) {
        return reads.read(
                workspace,
                connection -> {
                    LogState state =
                            LogState.read(connection, workspace)
                                    .orElseThrow(LogProblems::unknownWorkspace);
                    return new LogView(
                            workspace,
                            state.origin().text(),
                            state.entries(),
                            SignedCheckpoints.latest(connection, workspace)
                                    .map(CheckpointView::of)
                                    .orElse(null),
                            state.stopped(),
                            StartedOrigins.of(connection, workspace));
                });
    }

    SignedCheckpoint latest(String workspace) {
        return reads.read(workspace, connection -> LogReads.latest(connection, workspace));
    }

    /** The newest first. */
    Page<CheckpointView> list(String workspace, PageRequest request) {
        int origin = request.isFirst() ? Integer.MAX_VALUE : number(request, 0).intValue();
        long size = request.isFirst() ? Long.MAX_VALUE : number(request, 1);
        return reads.read(
                workspace,
                connection -> {
                    List<SignedCheckpoint> found =
                            SignedCheckpoints.before(
                                    connection, workspace, origin, size, request.fetch());
                    return Page.of(
                                    found,
                                    request,
                                    last ->
                                            new String[] {
                                                Integer.toString(last.origin().number()),
                                                Long.toString(last.size())
                                            })
                            .map(CheckpointView::of);
                });
    }

    /** From the first checkpoint to the last one, unless sizes say otherwise. */
    String consistency(String workspace, @Nullable Long from, @Nullable Long to) {
        return reads.read(
                workspace,
                connection -> {
                    SignedCheckpoint newer =
                            to == null
                                    ? LogReads.latest(connection, workspace)
                                    : at(connection, workspace, to);
                    SignedCheckpoint older =
                            from == null
                                    ? SignedCheckpoints.earliest(connection, workspace)
                                            .orElse(newer)
                                    : at(connection, workspace, from);
                    return consistency(connection, older, newer);
                });
    }

    private static String consistency(
            Connection connection, SignedCheckpoint older, SignedCheckpoint newer) {
        if (older.size() > newer.size()) {
            throw ApiProblem.invalid("from", "from is a size up to that of to");
        }
        LogTree tree =
                new LogTree(new StoredTiles(connection, newer.origin().workspace()), newer.size());
        String file =
                new ConsistencyProof(tree.consistency(older.size()), older.note(), newer.note())
                        .text();
        // With the key that signed the newer one: the older may have been signed by one before.
        boolean sameKey = older.key().text().equals(newer.key().text());
        if (sameKey && ProofFile.check(file, newer.key()) instanceof Verdict.NotProven) {
            throw LogProblems.damaged();
        }
        return file;
    }

    private static SignedCheckpoint at(Connection connection, String workspace, long size)
            throws SQLException {
        return SignedCheckpoints.at(connection, workspace, size)
                .orElseThrow(() -> LogProblems.unknownCheckpoint(size));
    }

    private static Long number(PageRequest request, int part) {
        return Long.valueOf(request.after().get(part));
    }
}
