package io.keyledger.query.proof;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageQuery;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Below the prefix of a workspace's log, in the forms of C2SP tlog-tiles where it has one. */
@RestController
@RequestMapping("/ledger/{ws}")
@Tag(name = "Proofs")
class LedgerController {

    static final String TEXT = "text/plain;charset=UTF-8";

    private static final String CONFLICT = "#/components/responses/409";
    private static final int CHECKPOINT_PARTS = 2;

    private final Logs logs;
    private final TileReader tiles;

    LedgerController(Logs logs, TileReader tiles) {
        this.logs = logs;
        this.tiles = tiles;
    }

    @GetMapping
    @Requires("audit:view")
    @ReadsView("audit-trail")
    @Operation(summary = "A workspace's Merkle log: its origin, last checkpoint and condition")
    LogView show(@PathVariable String ws) {
        return logs.show(ws);
    }

    @GetMapping(path = "/checkpoint", produces = TEXT)
    @Requires("audit:view")
    @ReadsView("audit-trail")
    @Operation(summary = "The last checkpoint, as a signed note (C2SP tlog-checkpoint)")
    @ApiResponse(responseCode = "200", description = "OK")
    @ApiResponse(responseCode = "409", ref = CONFLICT)
    String checkpoint(@PathVariable String ws) {
        return logs.latest(ws).note();
    }

    @GetMapping(path = "/key", produces = TEXT)
    @Requires("audit:view")
    @ReadsView("audit-trail")
    @Operation(summary = "The key that verifies the last checkpoint (C2SP signed-note)")
    @ApiResponse(responseCode = "200", description = "OK")
    @ApiResponse(responseCode = "409", ref = CONFLICT)
    String key(@PathVariable String ws) {
        return logs.latest(ws).key().text() + "\n";
    }

    @GetMapping("/checkpoints")
    @Requires("audit:view")
    @ReadsView("audit-trail")
    @Operation(summary = "All checkpoints that were signed, the newest first")
    Page<CheckpointView> checkpoints(@PathVariable String ws, @ParameterObject PageQuery page) {
        return logs.list(ws, page.of(CHECKPOINT_PARTS, "checkpoints", ws));
    }

    @GetMapping(path = "/consistency", produces = TEXT)
    @Requires("audit:view")
    @ReadsView("audit-trail")
    @Operation(
            summary = "Proof that the log was only appended to between two checkpoints, as a file")
    @ApiResponse(responseCode = "200", description = "OK")
    @ApiResponse(responseCode = "409", ref = CONFLICT)
    String consistency(
            @PathVariable String ws,
            @Parameter(
                            description = "Size of the older checkpoint; the first if left out",
                            example = "1")
                    @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(
                            description = "Size of the newer checkpoint; the last if left out",
                            example = "2")
                    @RequestParam(required = false)
                    @Nullable String to) {
        return logs.consistency(ws, size("from", from), size("to", to));
    }

    /** Its path has as many parts as its number needs, which no document of the API can say. */
    @Hidden
    @GetMapping(
            path = "/tile/{level}/{*number}",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Requires("audit:view")
    byte[] tile(@PathVariable String ws, @PathVariable String level, @PathVariable String number) {
        TilePath path = TilePath.parse(level, number).orElseThrow(LogProblems::unknownTile);
        return tiles.read(ws, path);
    }

    private static @Nullable Long size(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("[1-9]\\d{0,17}")) {
            throw ApiProblem.invalid(name, name + " is a size, a whole number from 1");
        }
        return Long.valueOf(text);
    }
}
