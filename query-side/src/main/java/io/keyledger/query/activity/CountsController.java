package io.keyledger.query.activity;

import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.workspace.Workspaces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;

/** How much happened, by day and decision. */
@RestController
@Tag(name = "Audit trail")
class CountsController {

    private final Activity activity;
    private final Workspaces workspaces;

    CountsController(Activity activity, Workspaces workspaces) {
        this.activity = activity;
        this.workspaces = workspaces;
    }

    /** The days asked for, and those of them on which something happened. */
    record Counts(LocalDate firstDay, LocalDate lastDay, List<DayCounts> items) {}

    @GetMapping({"/api/v1/workspaces/{ws}/audit/counts", "/api/v1/audit/counts"})
    @Requires("audit:view")
    @ReadsView({"activity", "audit-trail"})
    @Operation(summary = "Changes and uses of keys, by day and decision, of a workspace or of all")
    Counts get(
            @PathVariable(required = false) @Nullable String ws,
            Caller caller,
            @ParameterObject CountsQuery query) {
        String seen = workspaces.seen(ws, caller);
        CountsFilter filter = query.read(activity.today());
        return new Counts(filter.first(), filter.last(), activity.counts(seen, filter));
    }
}
