package io.keyledger.query.audit;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageQuery;
import io.keyledger.query.workspace.Workspaces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Each page read is on record itself: as the reader's use of his key for {@code audit:view}. */
@RestController
@Tag(name = "Audit trail")
class AuditController {

    private final AuditTrail trail;
    private final Workspaces workspaces;

    AuditController(AuditTrail trail, Workspaces workspaces) {
        this.trail = trail;
        this.workspaces = workspaces;
    }

    @GetMapping({"/api/v1/workspaces/{ws}/audit", "/api/v1/audit"})
    @Requires("audit:view")
    @ReadsView({"audit-trail", "use-trail", "directory"})
    @Operation(
            summary = "Entries of the audit trail, newest first, of a workspace or of all",
            description =
                    "A page looks through millions of uses at most. If filters together leave fewer"
                            + " entries of these than the limit, even none, it is short and its"
                            + " nextCursor goes on from where it ended: only a nextCursor of null is"
                            + " the end.")
    Page<AuditEntry> list(
            @PathVariable(required = false) @Nullable String ws,
            Caller caller,
            @ParameterObject AuditQuery query,
            @ParameterObject PageQuery page) {
        String seen = workspaces.seen(ws, caller);
        AuditFilter filter = query.read();
        return trail.list(seen, filter, page.of(1, "audit", seen, filter));
    }

    @GetMapping("/api/v1/workspaces/{ws}/audit/{id}")
    @Requires("audit:view")
    @ReadsView({"audit-trail", "use-trail", "directory"})
    @Operation(summary = "One entry, by the id of its event or of the recorded use")
    AuditEntry get(@PathVariable String ws, @PathVariable String id) {
        return trail.find(ws, id)
                .orElseThrow(
                        () ->
                                new ApiProblem(
                                        HttpStatus.NOT_FOUND,
                                        "unknown-audit-entry",
                                        "there is no such entry in this workspace's audit trail"));
    }
}
