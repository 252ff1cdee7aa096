package io.keyledger.query.api;

import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.workspace.Workspaces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/workspaces/{ws}")
@Tag(name = "APIs and routes")
class CatalogueController {

    private final Apis apis;
    private final Routes routes;
    private final Workspaces workspaces;

    CatalogueController(Apis apis, Routes routes, Workspaces workspaces) {
        this.apis = apis;
        this.routes = routes;
        this.workspaces = workspaces;
    }

    @GetMapping("/apis")
    @Requires("routes:view")
    @ReadsView("directory")
    @Operation(summary = "List APIs by name")
    Page<ApiView> apis(
            @PathVariable String ws,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        workspaces.get(ws);
        return apis.list(ws, PageRequest.of(limit, cursor, 2, "apis", ws));
    }

    @GetMapping("/apis/{id}")
    @Requires("routes:view")
    @ReadsView("directory")
    @Operation(summary = "An API")
    ResponseEntity<ApiView> api(@PathVariable String ws, @PathVariable String id) {
        ApiView api = apis.get(ws, id);
        return ResponseEntity.ok().eTag("\"" + api.version() + "\"").body(api);
    }

    @GetMapping("/routes")
    @Requires("routes:view")
    @ReadsView("directory")
    @Operation(summary = "List routes by path and method")
    Page<RouteView> routes(
            @PathVariable String ws,
            @RequestParam(required = false) @Nullable String api,
            @RequestParam(required = false) @Nullable String method,
            @RequestParam(required = false) @Nullable String permission,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        workspaces.get(ws);
        RouteFilter filter = RouteFilter.of(api, method, permission);
        return routes.list(ws, filter, PageRequest.of(limit, cursor, 3, "routes", ws, filter));
    }

    @GetMapping("/routes/{id}")
    @Requires("routes:view")
    @ReadsView("directory")
    @Operation(summary = "A route; its version is its API's")
    ResponseEntity<RouteView> route(@PathVariable String ws, @PathVariable String id) {
        RouteView route = routes.get(ws, id);
        return ResponseEntity.ok().eTag("\"" + route.version() + "\"").body(route);
    }
}
