package io.keyledger.query.audit;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.workspace.Workspaces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Each page read is on record itself: as the reader's use of his key for {@code audit:view}. */
@RestController
@RequestMapping("/api/v1/workspaces/{ws}/audit")
@Tag(name = "Audit trail")
class AuditController {

    private final AuditTrail trail;
    private final Workspaces workspaces;

    AuditController(AuditTrail trail, Workspaces workspaces) {
        this.trail = trail;
        this.workspaces = workspaces;
    }

    @GetMapping
    @Requires("audit:view")
    @ReadsView({"audit-trail", "directory"})
    @Operation(summary = "Changes and uses, the latest first")
    Page<AuditEntry> list(
            @PathVariable String ws,
            @RequestParam(required = false) @Nullable String user,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String decision,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String address,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        workspaces.get(ws);
        AuditFilter filter =
                new AuditFilter.Raw(
                                user, key, actor, kind, decision, reason, type, address, q, from,
                                to)
                        .read();
        return trail.list(ws, filter, PageRequest.of(limit, cursor, 1, "audit", ws, filter));
    }

    @GetMapping("/{id}")
    @Requires("audit:view")
    @ReadsView({"audit-trail", "directory"})
    @Operation(summary = "A change or a use")
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
