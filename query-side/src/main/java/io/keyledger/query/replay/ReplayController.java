package io.keyledger.query.replay;

import static io.keyledger.query.replay.RebuildState.CANCELLED;
import static io.keyledger.query.replay.RebuildState.PAUSED;
import static io.keyledger.query.replay.RebuildState.RUNNING;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.access.web.Scope;
import io.keyledger.query.projection.Projections;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Replays over HTTP, for operators. */
@RestController
@RequestMapping("/api/v1/replays")
@Tag(name = "Replays")
class ReplayController {

    private static final String ALL = "all";

    private final Projections projections;
    private final Replays replays;
    private final ReplayCommands commands;

    ReplayController(Projections projections, Replays replays, ReplayCommands commands) {
        this.projections = projections;
        this.replays = replays;
        this.commands = commands;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(value = "replay:operate", in = Scope.SYSTEM)
    @Operation(summary = "Rebuild one view, or all, beside the live ones")
    ResponseEntity<ReplayView> start(@RequestBody ReplayRequest request, Caller caller)
            throws SQLException {
        String view = request.view() == null ? "" : request.view();
        UUID id = commands.start(view, views(view), caller.id().toString());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/replays/" + id))
                .body(found(id));
    }

    @GetMapping
    @Requires(value = "replay:operate", in = Scope.SYSTEM)
    @Operation(summary = "List replays, the latest first")
    ReplayPage list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int wanted = ReplayPaging.limit(limit);
        List<ReplayView> found = replays.before(ReplayPaging.cursor(cursor), wanted + 1);
        return found.size() <= wanted
                ? new ReplayPage(found, null)
                : new ReplayPage(found.subList(0, wanted), found.get(wanted - 1).id().toString());
    }

    @GetMapping("/{id}")
    @Requires(value = "replay:operate", in = Scope.SYSTEM)
    @Operation(summary = "A replay and how far it is")
    ReplayView show(@PathVariable String id) {
        return found(ReplayPaging.id(id));
    }

    @PostMapping("/{id}:cancel")
    @Requires(value = "replay:operate", in = Scope.SYSTEM)
    @Operation(summary = "End a replay; the live views stay")
    ReplayView cancel(@PathVariable String id) throws SQLException {
        return move(id, List.of(RUNNING, PAUSED), CANCELLED);
    }

    @PostMapping("/{id}:pause")
    @Requires(value = "replay:operate", in = Scope.SYSTEM)
    @Operation(summary = "Let a replay rest")
    ReplayView pause(@PathVariable String id) throws SQLException {
        return move(id, List.of(RUNNING), PAUSED);
    }

    @PostMapping("/{id}:resume")
    @Requires(value = "replay:operate", in = Scope.SYSTEM)
    @Operation(summary = "Let a replay go on")
    ReplayView resume(@PathVariable String id) throws SQLException {
        return move(id, List.of(PAUSED), RUNNING);
    }

    /** One that is over stays as it is. */
    private ReplayView move(String id, List<RebuildState> from, RebuildState to)
            throws SQLException {
        UUID replay = found(ReplayPaging.id(id)).id();
        commands.move(replay, from, to);
        return found(replay);
    }

    private List<String> views(String view) {
        if (view.equals(ALL)) {
            return projections.views();
        }
        if (projections.named(view).isEmpty()) {
            throw ApiProblem.invalid(
                    "view", "view is all or one of " + String.join(", ", projections.views()));
        }
        return List.of(view);
    }

    private ReplayView found(UUID id) {
        return replays.find(id).orElseThrow(ReplayPaging::unknown);
    }
}
