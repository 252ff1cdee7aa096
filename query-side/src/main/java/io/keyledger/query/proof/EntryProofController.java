package io.keyledger.query.proof;

import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Below the entry that is proved. */
@RestController
@Tag(name = "Audit trail")
class EntryProofController {

    private final EntryProofs proofs;

    EntryProofController(EntryProofs proofs) {
        this.proofs = proofs;
    }

    @GetMapping(path = "/api/v1/workspaces/{ws}/audit/{id}/proof", produces = LedgerController.TEXT)
    @Requires("audit:view")
    @ReadsView({"audit-trail", "use-trail"})
    @Operation(
            summary =
                    "Proof that an entry is in the workspace's log, as a file that is verified"
                            + " offline (C2SP tlog-proof)")
    @ApiResponse(responseCode = "200", description = "OK")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/409")
    String proof(@PathVariable String ws, @PathVariable String id) {
        return proofs.of(ws, id);
    }
}
