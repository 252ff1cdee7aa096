package io.keyledger.query.activity;

import io.keyledger.access.web.Requires;
import io.keyledger.access.web.Scope;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.workspace.Workspaces;
import io.swagger.v3.oas.annotations.Operation;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;

/** How much happened, by day and decision. */
@RestController
class CountsController {

    private final Activity activity;
    private final Workspaces workspaces;

    CountsController(Activity activity, Workspaces workspaces) {
        this.activity = activity;
        this.workspaces = workspaces;
    }

    /** The days asked for, and those of them on which something happened. */
    record Counts(LocalDate from, LocalDate to, List<DayCounts> items) {}

    @GetMapping("/api/v1/workspaces/{ws}/audit/counts")
    @Requires("audit:view")
    @ReadsView({"activity", "audit-trail"})
    @Operation(summary = "Changes and uses of keys, by day and decision")
    Counts ofWorkspace(@PathVariable String ws, @ParameterObject CountsQuery query) {
        workspaces.get(ws);
        return counts(ws, query);
    }

    @GetMapping("/api/v1/audit/counts")
    @Requires(value = "audit:view", in = Scope.SYSTEM)
    @ReadsView({"activity", "audit-trail"})
    @Operation(summary = "Changes and uses of keys in all workspaces, by day and decision")
    Counts ofAll(@ParameterObject CountsQuery query) {
        return counts(null, query);
    }

    private Counts counts(@Nullable String workspace, CountsQuery query) {
        CountsFilter filter = query.read(activity.today());
        return new Counts(filter.first(), filter.last(), activity.counts(workspace, filter));
    }
}
