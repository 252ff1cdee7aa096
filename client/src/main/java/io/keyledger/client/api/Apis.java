package io.keyledger.client.api;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The APIs of a workspace's catalogue, and their routes. */
@HttpExchange("/api/v1/workspaces/{ws}")
public interface Apis {

    /** An API to be put into the catalogue, or what of one is to change; null stays. */
    record ApiBody(
            @Nullable String name, @Nullable String description, @Nullable List<String> hosts) {}

    /** An API as it is now. */
    record Api(
            UUID id,
            String name,
            String description,
            List<String> hosts,
            long routeCount,
            long version,
            @Nullable Instant createdAt,
            @Nullable LastUsed lastUsed,
            @Nullable Boolean neverUsed) {}

    /**
     * A route to be added.
     *
     * @param api id or name of its API
     * @param permission what it requires; null of a public route
     * @param resourceId variable of the path that stands for the resource's id
     */
    record RouteBody(
            String api,
            String method,
            String path,
            @Nullable String permission,
            @JsonProperty("public") boolean isPublic,
            @Nullable String resourceType,
            @Nullable String resourceId) {}

    /** A route as it is now. */
    record Route(
            UUID id,
            String method,
            String path,
            @Nullable String permission,
            @JsonProperty("public") boolean isPublic,
            @Nullable String resourceType,
            @Nullable String resourceId,
            @Nullable Instant createdAt,
            @Nullable LastUsed lastUsed,
            @Nullable Boolean neverUsed) {}

    /**
     * A route as it is, or was at a moment, and the API that it is of.
     *
     * @param version of the API
     */
    record ApiRoute(
            UUID id,
            Named api,
            String method,
            String path,
            @Nullable String permission,
            @JsonProperty("public") boolean isPublic,
            @Nullable String resourceType,
            @Nullable String resourceId,
            long version,
            @Nullable Instant createdAt,
            @Nullable LastUsed lastUsed,
            @Nullable Boolean neverUsed) {}

    /**
     * The latest request that was let through by a route, or by any of an API's. It is null, and
     * {@code neverUsed} true, if there was none; both are null while that is not known.
     *
     * @param address null if there is none on record, or it was erased
     */
    record LastUsed(Instant at, @Nullable String address, boolean erased) {}

    /**
     * What an import does, or did.
     *
     * @param counts how many operations of each action
     */
    record Plan(boolean applied, Map<String, Integer> counts, List<Operation> operations) {}

    /**
     * What it does about one route.
     *
     * @param action such as {@code add}, {@code change} or {@code refuse}
     * @param reason why it does nothing, if so
     */
    record Operation(
            String action,
            String method,
            String path,
            @Nullable Requirement before,
            @Nullable Requirement after,
            @Nullable String reason) {}

    /** What a route requires. */
    record Requirement(
            String path, @Nullable String permission, @JsonProperty("public") boolean isPublic) {}

    @PostExchange("/apis")
    Api create(@PathVariable String ws, @RequestBody ApiBody api);

    @PatchExchange("/apis/{id}")
    Changed edit(@PathVariable String ws, @PathVariable UUID id, @RequestBody ApiBody edit);

    @DeleteExchange("/apis/{id}")
    void delete(@PathVariable String ws, @PathVariable UUID id);

    @GetExchange("/apis")
    Page<Api> list(
            @PathVariable String ws, @RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/apis/{id}")
    Api get(@PathVariable String ws, @PathVariable UUID id);

    /**
     * Plans, or with {@code apply} does, what makes an API's routes those of an OpenAPI document.
     * The answer's ETag is the version that the plan was made of, which applying it has to name.
     */
    @PostExchange("/apis/{id}:import")
    ResponseEntity<Plan> importRoutes(
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestHeader("Content-Type") String type,
            @RequestBody byte[] document,
            @RequestParam Map<String, String> options);

    @PostExchange("/routes")
    Route addRoute(@PathVariable String ws, @RequestBody RouteBody route);

    /** By fields of the API; null clears {@code resourceType} or {@code resourceId}. */
    @PatchExchange("/routes/{id}")
    Changed editRoute(
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestBody Map<String, @Nullable Object> fields);

    @GetExchange("/routes/{id}")
    ApiRoute route(@PathVariable String ws, @PathVariable UUID id);

    @DeleteExchange("/routes/{id}")
    void removeRoute(@PathVariable String ws, @PathVariable UUID id);

    @GetExchange("/routes")
    Page<Route> routes(
            @PathVariable String ws,
            @RequestParam(required = false) @Nullable UUID api,
            @RequestParam(required = false) @Nullable String cursor);

    /** Those that all these filters let pass, which are the query parameters of the API. */
    @GetExchange("/apis")
    Page<Api> find(@PathVariable String ws, @RequestParam Map<String, String> filters);

    /** How many these filters let pass. */
    @GetExchange("/apis/count")
    Count count(@PathVariable String ws, @RequestParam Map<String, String> filters);

    /** Those that all these filters let pass, which are the query parameters of the API. */
    @GetExchange("/routes")
    Page<Route> findRoutes(@PathVariable String ws, @RequestParam Map<String, String> filters);

    /** How many these filters let pass. */
    @GetExchange("/routes/count")
    Count countRoutes(@PathVariable String ws, @RequestParam Map<String, String> filters);
}
