package io.keyledger.query.merkle;

import io.keyledger.shared.proof.Checkpoint;
import io.keyledger.shared.proof.LogOrigin;
import io.keyledger.shared.proof.Unproven;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Has logs that are stopped go on under another origin, which is on record for ever. */
@Component
public class LogOrigins {

    private static final Logger LOG = LoggerFactory.getLogger(LogOrigins.class);

    private static final String STOPPED =
            """
            SELECT workspace, origin, stopped FROM ledger.merkle_log
             WHERE stopped IS NOT NULL ORDER BY workspace FOR UPDATE
            """;
    private static final String INSERT =
            """
            INSERT INTO ledger.log_origin
                (workspace, number, started_by, reason, stopped, last_signed)
            VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String MOVE =
            """
            UPDATE ledger.merkle_log SET origin = ?, signed_size = 0, stopped = NULL
             WHERE workspace = ?
            """;

    private final Checkpointer checkpointer;

    LogOrigins(Checkpointer checkpointer) {
        this.checkpointer = checkpointer;
    }

    private record Log(String workspace, int origin, Stop stop) {}

    /** An origin that was started. */
    public record Started(String workspace, int number, String stopped) {}

    /** Whether this node knows what was signed last. */
    public boolean canStart() {
        return checkpointer.notary() != null;
    }

    /** For each log that is stopped for a reason that this ends. */
    public List<Started> start(String by, String reason) throws SQLException {
        Notary notary = checkpointer.notary();
        if (notary == null) {
            throw new IllegalStateException("this node keeps no checkpoints");
        }
        return checkpointer.locked(connection -> start(connection, notary, by, reason));
    }

    private static List<Started> start(
            Connection connection, Notary notary, String by, String reason) throws SQLException {
        List<Started> started = new ArrayList<>();
        for (Log log : stopped(connection)) {
            String kept = kept(notary, log.workspace());
            int number = Math.max(log.origin(), number(kept)) + 1;
            insert(connection, log, number, by, reason, kept);
            move(connection, log.workspace(), number);
            LOG.warn(
                    "The log of {} goes on under origin {}, for it was stopped: {}",
                    log.workspace(),
                    number,
                    log.stop().code());
            started.add(new Started(log.workspace(), number, log.stop().code()));
        }
        return started;
    }

    private static List<Log> stopped(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STOPPED)) {
            List<Log> logs = new ArrayList<>();
            while (row.next()) {
                String workspace = row.getString("workspace");
                int origin = row.getInt("origin");
                Stop.of(row.getString("stopped"))
                        .filter(Stop::endsWithNewOrigin)
                        .ifPresent(stop -> logs.add(new Log(workspace, origin, stop)));
            }
            return logs;
        }
    }

    private static @Nullable String kept(Notary notary, String workspace) {
        try {
            return notary.kept().text(workspace).orElse(null);
        } catch (IOException _) {
            return null;
        }
    }

    /** What is kept of another store, or cannot be read, has no number that counts. */
    private static int number(@Nullable String kept) {
        try {
            return kept == null
                    ? 0
                    : LogOrigin.parse(Checkpoint.unverified(kept).origin())
                            .map(LogOrigin::number)
                            .orElse(0);
        } catch (Unproven _) {
            return 0;
        }
    }

    private static void insert(
            Connection connection,
            Log log,
            int number,
            String by,
            String reason,
            @Nullable String kept)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            int at = 0;
            statement.setString(++at, log.workspace());
            statement.setInt(++at, number);
            statement.setString(++at, by);
            statement.setString(++at, reason);
            statement.setString(++at, log.stop().code());
            statement.setString(++at, kept);
            statement.executeUpdate();
        }
    }

    private static void move(Connection connection, String workspace, int number)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setInt(1, number);
            statement.setString(2, workspace);
            statement.executeUpdate();
        }
    }
}
