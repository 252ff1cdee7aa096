package io.keyledger.console.timeline;

import io.keyledger.client.AuditTables;
import io.keyledger.client.AuditTables.Positions;
import io.keyledger.console.export.Gauge;
import io.keyledger.console.export.Table;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The trail as the API writes it, handed on as it comes. It is one request, and so on record once.
 * How many entries the filters let pass nobody knows before; how much of the ledger is looked
 * through, their positions tell.
 */
record Trail(AuditTables tables, Looked looked) implements Table {

    private static final int BUFFER = 1 << 16;

    @Override
    public void write(OutputStream out, Gauge gauge) throws IOException {
        tables.read(
                looked.ws(),
                looked.filters(),
                (table, positions) -> write(table, positions, out, gauge));
    }

    private static void write(
            InputStream table, @Nullable Positions positions, OutputStream out, Gauge gauge)
            throws IOException {
        Passing rows = new Passing();
        byte[] buffer = new byte[BUFFER];
        for (int read = table.read(buffer); read >= 0; read = table.read(buffer)) {
            out.write(buffer, 0, read);
            rows.pass(buffer, read);
            if (!rows.areComplete()) {
                tell(gauge, rows, positions);
            }
        }
        if (!rows.areComplete()) {
            throw new IOException("the table has no last line that says it is complete");
        }
        gauge.reach(rows.entries(), 1);
    }

    private static void tell(Gauge gauge, Passing rows, @Nullable Positions positions) {
        if (positions == null) {
            gauge.reach(rows.entries());
            return;
        }
        double all = positions.newest() - positions.oldest() + 1;
        long position = rows.entries() == 0 ? positions.newest() : rows.position();
        gauge.reach(rows.entries(), (positions.newest() - position) / all);
    }
}
