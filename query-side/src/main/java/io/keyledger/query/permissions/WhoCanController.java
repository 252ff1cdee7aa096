package io.keyledger.query.permissions;

import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.consistency.ViewsAt;
import io.keyledger.query.current.DirectoryAt;
import io.keyledger.query.paging.Filters;
import io.keyledger.query.paging.NameOrder;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageQuery;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.permissions.RoutesAt.Way;
import io.keyledger.query.permissions.WhoCanView.Holder;
import io.keyledger.query.workspace.Workspaces;
import io.keyledger.shared.permission.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Objects;

@RestController
@Tag(name = "Permissions")
class WhoCanController {

    private final WhoCan whoCan;
    private final RoutesAt routes;
    private final Grants grants;
    private final DirectoryAt directory;
    private final Workspaces workspaces;

    WhoCanController(
            WhoCan whoCan,
            RoutesAt routes,
            Grants grants,
            DirectoryAt directory,
            Workspaces workspaces) {
        this.whoCan = whoCan;
        this.routes = routes;
        this.grants = grants;
        this.directory = directory;
        this.workspaces = workspaces;
    }

    @GetMapping({"/api/v1/workspaces/{ws}/who-can", "/api/v1/who-can"})
    @Requires("service-users:view")
    @ReadsView("directory")
    @Operation(
            summary =
                    "Which service users can do something, and why; of a workspace or of all, now"
                            + " or at a time")
    WhoCanView get(
            @PathVariable(required = false) @Nullable String ws,
            @ParameterObject WhoCanQuery query,
            @ParameterObject PageQuery page) {
        workspaces.require(ws);
        Permission asked = query.permissionIn(ws);
        ViewsAt.Moment moment = directory.of(Filters.time("at", query.at()));
        Way way = asked == null ? way(ws, query, moment) : new Way(null, asked, null);
        PageRequest request = page.of(NameOrder.PARTS, "who-can", ws, query);
        return way.reason() == null ? answer(ws, way, moment, request) : nobody(way, moment);
    }

    /** Method and path are asked in a workspace, and are given then. */
    private Way way(@Nullable String ws, WhoCanQuery query, ViewsAt.Moment moment) {
        return routes.find(
                Objects.requireNonNull(ws),
                Objects.requireNonNull(query.method()),
                Objects.requireNonNull(query.path()),
                query.api(),
                moment.position());
    }

    private WhoCanView answer(
            @Nullable String ws, Way way, ViewsAt.Moment moment, PageRequest page) {
        Page<WhoCan.Can> found =
                whoCan.of(ws, way.permission(), moment.at(), moment.position(), page);
        List<Holder> holders =
                found.items().stream().map(can -> holder(can, way, moment.position())).toList();
        return view(way, moment, holders, found.nextCursor());
    }

    private Holder holder(WhoCan.Can can, Way way, long position) {
        Permission permission = way.permission();
        return new Holder(
                can.id(),
                can.workspace(),
                can.username(),
                permission == null ? List.of() : grants.whyOf(can.id(), permission, position));
    }

    private static WhoCanView nobody(Way way, ViewsAt.Moment moment) {
        return view(way, moment, List.of(), null);
    }

    private static WhoCanView view(
            Way way, ViewsAt.Moment moment, List<Holder> holders, @Nullable String nextCursor) {
        return new WhoCanView(
                moment.at(),
                moment.position(),
                way.permission() == null ? null : way.permission().text(),
                way.route(),
                way.reason(),
                holders,
                nextCursor);
    }
}
