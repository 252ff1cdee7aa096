package io.keyledger.query.api;

import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.current.AsOf;
import io.keyledger.query.current.DirectoryAt;
import io.keyledger.query.paging.AtQuery;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.CountView;
import io.keyledger.query.paging.ListOrder;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageQuery;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.workspace.Workspaces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API catalogue. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "APIs and routes")
class CatalogueController {

    private final Apis apis;
    private final Routes routes;
    private final Workspaces workspaces;
    private final DirectoryAt directory;

    CatalogueController(Apis apis, Routes routes, Workspaces workspaces, DirectoryAt directory) {
        this.apis = apis;
        this.routes = routes;
        this.workspaces = workspaces;
        this.directory = directory;
    }

    @GetMapping({"/workspaces/{ws}/apis", "/apis"})
    @Requires("routes:view")
    @ReadsView("directory")
    @Operation(summary = "List APIs, of a workspace or of all; now or at a time")
    Page<ApiView> apis(
            @PathVariable(required = false) @Nullable String ws,
            Caller caller,
            @ParameterObject ApiQuery query,
            @ParameterObject ApiSortQuery sort,
            @ParameterObject AtQuery when,
            @ParameterObject PageQuery page) {
        String seen = workspaces.seen(ws, caller);
        Conditions filter = query.read();
        AsOf state = directory.asOf(when);
        ListOrder order = Apis.SORTS.read(sort.sort());
        PageRequest request = page.of(order, "apis", seen, query, when.at());
        return apis.list(seen, filter, order, request, state);
    }

    @GetMapping({"/workspaces/{ws}/apis/count", "/apis/count"})
    @Requires("routes:view")
    @ReadsView("directory")
    @Operation(
            summary =
                    "How many APIs there are, up to 10,000; of a workspace or of all, now or at a"
                            + " time")
    CountView countApis(
            @PathVariable(required = false) @Nullable String ws,
            Caller caller,
            @ParameterObject ApiQuery query,
            @ParameterObject AtQuery when) {
        return apis.count(workspaces.seen(ws, caller), query.read(), directory.asOf(when));
    }

    @GetMapping("/workspaces/{ws}/apis/{id}")
    @Requires("routes:view")
    @ReadsView("directory")
    @Operation(summary = "An API; now or at a time")
    ResponseEntity<ApiView> api(
            @PathVariable String ws, @PathVariable String id, @ParameterObject AtQuery when) {
        ApiView api = apis.get(ws, id, directory.asOf(when));
        return ResponseEntity.ok().eTag("\"" + api.version() + "\"").body(api);
    }

    @GetMapping({"/workspaces/{ws}/routes", "/routes"})
    @Requires("routes:view")
    @ReadsView("directory")
    @Operation(summary = "List routes, of a workspace or of all; now or at a time")
    Page<RouteView> routes(
            @PathVariable(required = false) @Nullable String ws,
            Caller caller,
            @ParameterObject RouteQuery query,
            @ParameterObject RouteSortQuery sort,
            @ParameterObject AtQuery when,
            @ParameterObject PageQuery page) {
        String seen = workspaces.seen(ws, caller);
        RouteFilter filter = query.read();
        AsOf state = directory.asOf(when);
        ListOrder order = Routes.SORTS.read(sort.sort());
        PageRequest request = page.of(order, "routes", seen, filter, when.at());
        return routes.list(seen, filter, order, request, state);
    }

    @GetMapping({"/workspaces/{ws}/routes/count", "/routes/count"})
    @Requires("routes:view")
    @ReadsView("directory")
    @Operation(
            summary =
                    "How many routes there are, up to 10,000; of a workspace or of all, now or at a"
                            + " time")
    CountView countRoutes(
            @PathVariable(required = false) @Nullable String ws,
            Caller caller,
            @ParameterObject RouteQuery query,
            @ParameterObject AtQuery when) {
        return routes.count(workspaces.seen(ws, caller), query.read(), directory.asOf(when));
    }

    @GetMapping("/workspaces/{ws}/routes/{id}")
    @Requires("routes:view")
    @ReadsView("directory")
    @Operation(summary = "A route, now or at a time; its version is its API's")
    ResponseEntity<RouteView> route(
            @PathVariable String ws, @PathVariable String id, @ParameterObject AtQuery when) {
        RouteView route = routes.get(ws, id, directory.asOf(when));
        return ResponseEntity.ok().eTag("\"" + route.version() + "\"").body(route);
    }
}
