package io.keyledger.query.permissions;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.consistency.ViewsAt;
import io.keyledger.query.paging.Filters;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.permissions.RoutesAt.Way;
import io.keyledger.query.permissions.WhoCanView.Holder;
import io.keyledger.query.workspace.Workspaces;
import io.keyledger.shared.permission.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

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

    @GetMapping("/api/v1/workspaces/{ws}/who-can")
    @Requires("service-users:view")
    @ReadsView("directory")
    @Operation(summary = "Which service users can do something, and why; now or at a time")
    WhoCanView get(
            @PathVariable String ws,
            @RequestParam(required = false) @Nullable String permission,
            @RequestParam(required = false) @Nullable String method,
            @RequestParam(required = false) @Nullable String path,
            @RequestParam(required = false) @Nullable String api,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        workspaces.get(ws);
        Permission asked = Filters.permission("permission", permission);
        requireOneQuestion(asked, method, path);
        ViewsAt.Moment moment = directory.of(Filters.time("at", at));
        Way way =
                method == null || path == null
                        ? new Way(null, asked, null)
                        : routes.find(ws, method, path, api, moment.position());
        PageRequest page =
                PageRequest.of(limit, cursor, 2, "who-can", ws, permission, method, path, api, at);
        return way.reason() == null ? answer(ws, way, moment, page) : nobody(way, moment);
    }

    private WhoCanView answer(String ws, Way way, ViewsAt.Moment moment, PageRequest page) {
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

    private static void requireOneQuestion(
            @Nullable Permission permission, @Nullable String method, @Nullable String path) {
        if (permission != null && (method != null || path != null)) {
            throw ApiProblem.invalid(
                    "permission", "permission is not given together with method and path");
        }
        if (permission == null && method == null) {
            throw ApiProblem.invalid("permission", "permission, or method and path, must be given");
        }
        if (permission == null && path == null) {
            throw ApiProblem.invalid("path", "path must be given with a method");
        }
    }
}
