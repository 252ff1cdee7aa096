package io.keyledger.query.audit;

import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What was changed between two moments, from which follows what is not as it was. */
@RestController
@Tag(name = "Audit trail")
class ChangedController {

    private final ChangedBetween changed;

    ChangedController(ChangedBetween changed) {
        this.changed = changed;
    }

    @GetMapping("/api/v1/workspaces/{ws}/audit/changed")
    @Requires("audit:view")
    @ReadsView({"audit-trail", "directory"})
    @Operation(
            summary =
                    "What was changed between two moments of a workspace, what changed last first",
            description =
                    "Each thing comes with its changes in their order: of every field with the first,"
                            + " which tells how it was, and the last, which tells how it is, by whom"
                            + " and why; of groups, roles and policies that something has, each is a"
                            + " field. What was changed and changed back is there, too. That people"
                            + " signed in is left out.")
    Page<ChangedThing> list(
            @PathVariable String ws,
            @ParameterObject ChangedQuery query,
            @ParameterObject PageQuery page) {
        ChangedQuery.Asked asked = query.read();
        return changed.list(ws, asked, page.of(ChangedBetween.PARTS, "changed", ws, asked));
    }
}
