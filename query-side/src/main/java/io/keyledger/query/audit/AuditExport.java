package io.keyledger.query.audit;

import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.time.Instant;

/**
 * Writes the trail as a table, page by page as it is read. Its last row says whether it is
 * complete: a table without one was cut off on its way.
 */
@Component
class AuditExport {

    static final String COMPLETE = "complete";
    static final String INCOMPLETE = "incomplete";

    private static final Logger LOG = LoggerFactory.getLogger(AuditExport.class);
    private static final String PAGE_SIZE = Integer.toString(PageRequest.MAX_LIMIT);
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader(ExportRow.COLUMNS.toArray(String[]::new)).get();

    private final AuditTrail trail;

    AuditExport(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * The first page of what the filter lets pass; what cannot be asked is refused before a row.
     */
    Page<AuditEntry> first(@Nullable String workspace, AuditFilter filter) {
        return page(workspace, filter, null);
    }

    /** Of a workspace, or of all. */
    void write(
            @Nullable String workspace, AuditFilter filter, Page<AuditEntry> first, Appendable out)
            throws IOException {
        CSVPrinter printer = new CSVPrinter(out, CSV);
        long entries = 0;
        String last = COMPLETE;
        try {
            for (Page<AuditEntry> page = first;
                    ;
                    page = page(workspace, filter, page.nextCursor())) {
                for (AuditEntry entry : page.items()) {
                    printer.printRecord(ExportRow.of(entry));
                }
                entries += page.items().size();
                printer.flush();
                if (page.nextCursor() == null) {
                    break;
                }
            }
        } catch (RuntimeException failure) {
            LOG.warn("An export ended after {} entries: {}", entries, failure.getClass().getName());
            last = INCOMPLETE;
        }
        printer.printRecord(ExportRow.last(last, entries, Instant.now()));
        printer.flush();
    }

    private Page<AuditEntry> page(
            @Nullable String workspace, AuditFilter filter, @Nullable String cursor) {
        return trail.list(
                workspace,
                filter,
                PageRequest.of(PAGE_SIZE, cursor, 1, "audit-export", workspace, filter));
    }
}
