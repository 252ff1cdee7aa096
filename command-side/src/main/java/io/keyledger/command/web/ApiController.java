package io.keyledger.command.web;

import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.command.api.ApiCommand.CreateApi;
import io.keyledger.command.api.ApiCommand.DeleteApi;
import io.keyledger.command.api.ApiCommand.EditApi;
import io.keyledger.command.web.Desk.Changed;
import io.keyledger.shared.id.IdGenerator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
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

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Commands to APIs. */
@RestController
@RequestMapping("/api/v1/workspaces/{ws}/apis")
@Tag(name = "APIs and routes")
class ApiController {

    private final Desk desk;
    private final IdGenerator ids;

    ApiController(Desk desk, IdGenerator ids) {
        this.desk = desk;
        this.ids = ids;
    }

    @PostMapping
    @Requires("routes:manage")
    @Operation(summary = "Put an API into the catalogue, without routes")
    ResponseEntity<Api> create(@PathVariable String ws, @RequestBody ApiBody body, Caller caller) {
        CreateApi command =
                CreateApi.of(
                        ws,
                        ids.next(),
                        body.name(),
                        body.description(),
                        Objects.requireNonNullElse(body.hosts(), List.of()));
        return desk.created(
                command,
                caller,
                "/api/v1/workspaces/" + ws + "/apis/" + command.apiId(),
                Api.class,
                made ->
                        new Api(
                                command.apiId(),
                                command.details().name(),
                                command.details().description(),
                                command.details().hosts(),
                                made.version(),
                                made.at()));
    }

    @PatchMapping("/{id}")
    @Requires("routes:manage")
    @Operation(
            summary = "Change name, description or host names of an API; what is left out stays",
            description =
                    "Taking a host name or the name away from an API with routes needs what those"
                            + " routes require, or permissions:delegate.")
    ResponseEntity<Changed> edit(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestBody ApiBody body,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.changed(
                new EditApi(
                        ws,
                        Ids.api(id),
                        body.name(),
                        body.description(),
                        body.hosts(),
                        IfMatch.version(ifMatch)),
                caller,
                id);
    }

    @DeleteMapping("/{id}")
    @Requires("routes:manage")
    @Operation(summary = "Delete an API that has no routes")
    ResponseEntity<Void> delete(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestHeader(name = IfMatch.NAME, required = false) @Nullable String ifMatch,
            Caller caller) {
        return desk.done(new DeleteApi(ws, Ids.api(id), IfMatch.version(ifMatch)), caller);
    }

    record ApiBody(
            @Schema(example = "catalog") @Nullable String name,
            @Schema(example = "Assets and who owns them") @Nullable String description,
            @Schema(example = "[\"catalog.example.com\"]") @Nullable List<String> hosts) {}

    record Api(
            UUID id,
            String name,
            String description,
            List<String> hosts,
            long version,
            Instant createdAt) {}
}
