package io.keyledger.query.views;

import io.keyledger.query.activity.ActivityProjection;
import io.keyledger.query.keyuse.KeyUsageProjection;
import io.keyledger.query.ledger.LedgerEntry;
import io.keyledger.query.projection.Projection;
import io.keyledger.query.projection.ViewCopy;
import io.keyledger.query.projection.ViewTables;
import io.keyledger.query.testing.Uses;
import io.keyledger.query.usetrail.UseTrailProjection;
import io.keyledger.shared.ledger.RecordKind;
import io.keyledger.shared.ledger.StoredRecord;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.KeyUses;
import io.keyledger.shared.use.KeyUsesCodec;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Prints what a use costs the views afterwards, in processor time of the database's session and of
 * this thread, when 10,000 keys of 20 workspaces are used in turn; run with {@code
 * -Dkeyledger.measure=true}. Processor time says the same however busy the machine is. Linux only.
 */
@EnabledIfSystemProperty(named = "keyledger.measure", matches = "true")
class KeyUseCostMeasurement {

    private static final int KEYS = 10_000;
    private static final int WORKSPACES = 20;
    private static final int A_RECORD = 5;
    private static final int PORTIONS = 60;
    private static final int WARM_UP = 20;

    /** Of a process or thread in {@code /proc}: the fields of user and system time. */
    private static final int USER_TIME = 11;

    private static final double TICK_MICROS = 10_000;

    private int position;

    @Test
    void measure() throws Exception {
        for (int uses : List.of(1_000, 3_000, 9_000, 15_000)) {
            for (Projection projection :
                    List.of(
                            new KeyUsageProjection(),
                            new ActivityProjection(),
                            new UseTrailProjection())) {
                measure(projection, uses);
            }
        }
    }

    private void measure(Projection projection, int uses) throws Exception {
        position = 0;
        try (ScratchDatabase database = ScratchDatabase.createDurable();
                Connection connection = database.query().getConnection()) {
            connection.setAutoCommit(false);
            Path session = Path.of("/proc/" + pid(connection) + "/stat");
            double database0 = 0;
            double thread0 = 0;
            for (int portion = 0; portion < PORTIONS; portion++) {
                if (portion == WARM_UP) {
                    database0 = micros(session);
                    thread0 = thread();
                }
                projection.apply(portion(uses), new ViewTables(connection, ViewCopy.LIVE));
                connection.commit();
            }
            double counted = (double) uses * (PORTIONS - WARM_UP);
            System.out.printf(
                    "%s, %,d uses a portion: %.2f µs of the database's, %.2f µs of this thread's a use%n",
                    projection.view(),
                    uses,
                    (micros(session) - database0) / counted,
                    (thread() - thread0) / counted);
        }
    }

    private static double thread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e3;
    }

    private static int pid(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static double micros(Path stat) throws Exception {
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]))
                * TICK_MICROS;
    }

    private List<LedgerEntry> portion(int uses) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (int i = 0; i < uses / A_RECORD; i++) {
            position++;
            Instant at = Instant.parse("2026-01-01T00:00:00Z").plusMillis(position);
            LedgerEntry entry = new LedgerEntry(position, position, at, record(position, at));
            entry.content();
            entries.add(entry);
        }
        return entries;
    }

    private static StoredRecord record(int number, Instant at) {
        int workspace = number % WORKSPACES;
        int round = number / WORKSPACES;
        KeyUse[] uses = new KeyUse[A_RECORD];
        for (int i = 0; i < uses.length; i++) {
            int key = (round * A_RECORD + i) % (KEYS / WORKSPACES);
            String id = "0Key%04d%014d".formatted(workspace, key);
            uses[i] =
                    key % 100 == 0
                            ? Uses.refused(id, "permission-not-granted")
                            : Uses.allowed(id, "catalog.assets:view");
        }
        KeyUses record = new Uses(new UUID(7, workspace), 1, 2).at(at, uses);
        return new StoredRecord(
                RecordKind.USES,
                new UUID(0, number),
                "bench-" + workspace,
                "writer",
                number,
                KeyUses.TYPE,
                KeyUses.REVISION,
                at,
                new byte[0],
                KeyUsesCodec.write(record));
    }
}
