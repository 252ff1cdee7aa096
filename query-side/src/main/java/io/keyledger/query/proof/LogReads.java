package io.keyledger.query.proof;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.merkle.LogDamaged;
import io.keyledger.query.merkle.LogState;
import io.keyledger.query.merkle.SignedCheckpoint;
import io.keyledger.query.merkle.SignedCheckpoints;
import io.keyledger.query.platform.Transactions;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;

/** Reads of logs, each in one snapshot. */
@Component
class LogReads {

    private static final Logger LOG = LoggerFactory.getLogger(LogReads.class);

    private final Transactions transactions;

    LogReads(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * What a read does; damage that it meets is told to the operator, and that it is to the caller.
     */
    <T> T read(String workspace, Transactions.Work<T> work) {
        try {
            return transactions.inOneSnapshot(work);
        } catch (LogDamaged damage) {
            LOG.error("The log of {} is damaged: {}", workspace, damage.getMessage());
            throw LogProblems.damaged();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("a log could not be read", e);
        }
    }

    /**
     * The last checkpoint.
     *
     * @throws ApiProblem 404 if there is no such workspace, 409 if nothing was signed yet
     */
    static SignedCheckpoint latest(Connection connection, String workspace) throws SQLException {
        LogState state =
                LogState.read(connection, workspace).orElseThrow(LogProblems::unknownWorkspace);
        return SignedCheckpoints.latest(connection, workspace).orElseThrow(() -> missing(state));
    }

    /** What is to be said of an entry that the last checkpoint does not have. */
    static ApiProblem missing(LogState state) {
        String stopped = state.stopped();
        return stopped == null ? LogProblems.notYet() : LogProblems.stopped(stopped);
    }
}
