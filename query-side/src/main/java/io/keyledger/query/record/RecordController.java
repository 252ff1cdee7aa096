package io.keyledger.query.record;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Below the entry that is made of the record. */
@RestController
@Tag(name = "Audit trail")
class RecordController {

    private final Records records;

    RecordController(Records records) {
        this.records = records;
    }

    @GetMapping("/api/v1/workspaces/{ws}/audit/{id}/record")
    @Requires("audit:view")
    @ReadsView({"audit-trail", "use-trail"})
    @Operation(
            summary =
                    "What is stored of an entry: its record as it is in the ledger, and of a use"
                            + " the versions it was decided on; without hashes of secrets")
    RecordView get(@PathVariable String ws, @PathVariable String id) {
        return records.find(ws, id)
                .orElseThrow(
                        () ->
                                new ApiProblem(
                                        HttpStatus.NOT_FOUND,
                                        "unknown-audit-entry",
                                        "there is no such entry in this workspace's audit trail"));
    }
}
