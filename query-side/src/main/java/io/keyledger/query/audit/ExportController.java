package io.keyledger.query.audit;

import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.paging.Page;
import io.keyledger.query.workspace.Workspaces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;

/** The trail to take away. That it was taken is on record, as any look at it is. */
@RestController
@Tag(name = "Audit trail")
class ExportController {

    private static final String TEXT = "text/csv;charset=UTF-8";

    private static final String POSITIONS = "Ledger-Positions";

    private final AuditExport export;
    private final TrailPositions positions;
    private final Workspaces workspaces;

    ExportController(AuditExport export, TrailPositions positions, Workspaces workspaces) {
        this.export = export;
        this.positions = positions;
        this.workspaces = workspaces;
    }

    @GetMapping(path = {"/api/v1/workspaces/{ws}/audit.csv", "/api/v1/audit.csv"})
    @Requires("audit:view")
    @ReadsView({"audit-trail", "use-trail", "directory"})
    @Operation(
            summary =
                    "All entries of the audit trail that the filters let pass, newest first, as CSV"
                            + " (RFC 4180); of a workspace or of all",
            description =
                    "Written as it is read, however much it is. The last line begins with complete"
                            + " and the number of entries; with incomplete if reading failed. A file"
                            + " without such a line was cut off. A text that a spreadsheet would take"
                            + " for a formula begins with an apostrophe.")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            headers =
                    @Header(
                            name = POSITIONS,
                            description =
                                    "The oldest and the newest position of the ledger between which"
                                            + " its entries are, such as 12-3456: by the position of"
                                            + " an entry one sees how far it is. Not there if it has"
                                            + " none",
                            schema = @Schema(type = "string")),
            content = @Content(mediaType = TEXT, schema = @Schema(type = "string")))
    void write(
            @PathVariable(required = false) @Nullable String ws,
            Caller caller,
            @ParameterObject AuditQuery query,
            HttpServletResponse response)
            throws IOException {
        String seen = workspaces.seen(ws, caller);
        AuditFilter filter = query.read();
        Page<AuditEntry> first = export.first(seen, filter);
        positions
                .of(seen, filter)
                .ifPresent(between -> response.setHeader(POSITIONS, between.text()));
        response.setContentType(TEXT);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(seen == null ? "audit.csv" : "audit-" + seen + ".csv")
                        .build()
                        .toString());
        export.write(seen, filter, first, gathering(response.getWriter()));
    }

    /**
     * A table is printed in small pieces, and each would go the whole way to the server's buffer.
     */
    private static Writer gathering(Writer out) {
        return new BufferedWriter(out);
    }
}
