package io.keyledger.command.web;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.keyledger.command.api.ApiCommand.AddRoute;
import io.keyledger.command.api.ApiCommand.EditRoute;
import io.keyledger.command.api.RouteForm;
import io.keyledger.command.rule.ExpectedVersions;
import io.keyledger.command.rule.Fields;
import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.UUID;

/** Bodies of requests about routes, and their commands. */
final class RouteBodies {

    private RouteBodies() {}

    /** A route to be added. */
    record NewRoute(
            @Schema(description = "Id or name of the API", example = "catalog")
                    @Nullable String api,
            @Schema(example = "GET") @Nullable String method,
            @Schema(example = "/v1/assets/{id}") @Nullable String path,
            @Schema(example = "catalog.assets:view") @Nullable String permission,
            @JsonProperty("public") @Schema(example = "false") @Nullable Boolean open,
            @Schema(example = "asset") @Nullable String resourceType,
            @Schema(example = "id") @Nullable String resourceId) {

        AddRoute command(String workspace, UUID id, @Nullable ExpectedVersions expectedVersion) {
            if (api == null) {
                throw Fields.invalid("api", "must be the id or the name of an API");
            }
            RouteForm form =
                    RouteForm.of(
                            method,
                            path,
                            permission,
                            Boolean.TRUE.equals(open),
                            resourceType,
                            resourceId);
            return new AddRoute(workspace, api, id, form, expectedVersion);
        }
    }

    /** An edit; what is left out stays, the resource's type and id are cleared by null. */
    record RouteEdit(
            @Schema(example = "GET") @Nullable String method,
            @Schema(example = "/v1/assets/{id}") @Nullable String path,
            @Schema(example = "catalog.assets:view") @Nullable String permission,
            @JsonProperty("public") @Schema(example = "false") @Nullable Boolean open,
            @Schema(type = "string", nullable = true, example = "asset")
                    @Nullable JsonNode resourceType,
            @Schema(type = "string", nullable = true, example = "id")
                    @Nullable JsonNode resourceId) {

        EditRoute command(String workspace, UUID id, @Nullable ExpectedVersions expectedVersion) {
            return new EditRoute(
                    workspace,
                    id,
                    method,
                    path,
                    permission,
                    open,
                    PatchText.of("resourceType", resourceType),
                    PatchText.of("resourceId", resourceId),
                    expectedVersion);
        }
    }

    /** A route that was added. */
    record Route(
            UUID id,
            String api,
            String method,
            String path,
            @Nullable String permission,
            @JsonProperty("public") boolean open,
            @Nullable String resourceType,
            @Nullable String resourceId,
            long version,
            Instant createdAt) {

        static Route of(AddRoute command, Desk.Made made) {
            RouteForm form = command.form();
            return new Route(
                    command.routeId(),
                    made.stream(),
                    form.method(),
                    form.path().text(),
                    form.permission(),
                    form.permission() == null,
                    form.resourceType(),
                    form.resourceId(),
                    made.version(),
                    made.at());
        }
    }
}
