package io.keyledger.query.permissions;

import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.consistency.ViewsAt;
import io.keyledger.query.current.DirectoryAt;
import io.keyledger.query.paging.Filters;
import io.keyledger.query.paging.PageQuery;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.workspace.Workspaces;
import io.keyledger.shared.permission.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.util.Objects;

@RestController
@Tag(name = "Permissions")
class WhoCanController {

    private final WhoCanReport report;
    private final DirectoryAt directory;
    private final Workspaces workspaces;

    WhoCanController(WhoCanReport report, DirectoryAt directory, Workspaces workspaces) {
        this.report = report;
        this.directory = directory;
        this.workspaces = workspaces;
    }

    @GetMapping({"/api/v1/workspaces/{ws}/who-can", "/api/v1/who-can"})
    @Requires("service-users:view")
    @ReadsView({"directory", "people"})
    @Operation(
            summary =
                    "Who can do something, and why: service users, then people; of a workspace or"
                            + " of all, now or at a time",
            description =
                    "By method and path people are told, too, who hold what the route requires: a"
                            + " gateway takes keys alone, and so it is for APIs that ask about people"
                            + " themselves. What is open to any good key is open to service users.")
    WhoCanView get(
            @PathVariable(required = false) @Nullable String ws,
            Caller caller,
            @ParameterObject WhoCanQuery query,
            @ParameterObject PageQuery page) {
        String seen = workspaces.seen(ws, caller);
        Permission asked = query.read();
        ViewsAt.Moment moment = directory.withPeople(Filters.time("at", query.at()));
        WhoCan.Among among =
                new WhoCan.Among(
                        seen,
                        Filters.id("serviceUser", query.serviceUser()),
                        Filters.id("person", query.person()));
        PageRequest request = page.of(CanOrder.PARTS, "who-can", seen, query);
        return asked == null
                ? report.of(
                        among,
                        Objects.requireNonNull(query.method()),
                        Objects.requireNonNull(query.path()),
                        query.api(),
                        moment,
                        request)
                : report.of(among, asked, moment, request);
    }
}
