package io.keyledger.command.web;

import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.command.api.ApiCommand.AddRoute;
import io.keyledger.command.api.ApiCommand.RemoveRoute;
import io.keyledger.command.web.Desk.Changed;
import io.keyledger.command.web.RouteBodies.NewRoute;
import io.keyledger.command.web.RouteBodies.Route;
import io.keyledger.command.web.RouteBodies.RouteEdit;
import io.keyledger.shared.id.IdGenerator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands to routes. Versions are those of the API they belong to. */
@RestController
@RequestMapping("/api/v1/workspaces/{ws}/routes")
@Tag(name = "APIs and routes")
class RouteController {

    private static final String RULE =
            "Whoever saves a route must hold what the requests it matches required before and what"
                    + " it requires now, or permissions:delegate, which a public route needs.";

    private final Desk desk;
    private final IdGenerator ids;

    RouteController(Desk desk, IdGenerator ids) {
        this.desk = desk;
        this.ids = ids;
    }

    @PostMapping
    @Requires("routes:manage")
    @Operation(
            summary = "Say which permission a method and path of an API require",
            description = RULE)
    ResponseEntity<Route> add(
            @PathVariable String ws,
            @RequestBody NewRoute body,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        AddRoute command = body.command(ws, ids.next(), IfMatch.version(ifMatch));
        return desk.created(
                command,
                caller,
                "/api/v1/workspaces/" + ws + "/routes/" + command.routeId(),
                Route.class,
                made -> Route.of(command, made));
    }

    @PatchMapping("/{id}")
    @Requires("routes:manage")
    @Operation(summary = "Change a route; what is left out stays", description = RULE)
    ResponseEntity<Changed> edit(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestBody RouteEdit body,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.changed(body.command(ws, Ids.route(id), IfMatch.version(ifMatch)), caller, id);
    }

    @DeleteMapping("/{id}")
    @Requires("routes:manage")
    @Operation(summary = "Remove a route", description = RULE)
    ResponseEntity<Void> remove(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.done(new RemoveRoute(ws, Ids.route(id), IfMatch.version(ifMatch)), caller);
    }
}
