package io.keyledger.console.report;

import io.keyledger.client.api.Count;
import io.keyledger.console.export.Gauge;
import io.keyledger.console.export.Table;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** An access review as a table (RFC 4180), written as it is read. */
record ReviewTable(Reviewed reviewed) implements Table {

    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader(AccessRow.COLUMNS.toArray(String[]::new)).get();

    @Override
    public void write(OutputStream out, Gauge gauge) throws IOException {
        Count count = reviewed.count();
        try (CSVPrinter printer =
                CSV.print(
                        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)))) {
            long rows = 0;
            for (Iterator<AccessRow> all = reviewed.all().iterator(); all.hasNext(); ) {
                printer.printRecord(all.next().cells());
                rows++;
                tell(gauge, rows, count);
            }
        }
    }

    /** Beyond what is counted nobody knows how many there are. */
    private static void tell(Gauge gauge, long rows, Count count) {
        if (count.exact()) {
            gauge.reach(rows, (double) rows / count.count());
        } else {
            gauge.reach(rows);
        }
    }
}
