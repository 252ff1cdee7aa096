package io.keyledger.query.serviceuser;

import io.keyledger.access.web.Requires;
import io.keyledger.query.apikey.ApiKeyView;
import io.keyledger.query.apikey.ApiKeys;
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

import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/v1/workspaces/{ws}/service-users")
@Tag(name = "Service users")
class ServiceUsersController {

    private final ServiceUsers serviceUsers;
    private final ApiKeys keys;
    private final Workspaces workspaces;

    ServiceUsersController(ServiceUsers serviceUsers, ApiKeys keys, Workspaces workspaces) {
        this.serviceUsers = serviceUsers;
        this.keys = keys;
        this.workspaces = workspaces;
    }

    @GetMapping
    @Requires("service-users:view")
    @ReadsView({"directory", "key-usage"})
    @Operation(summary = "List service users by username")
    Page<ServiceUserView> list(
            @PathVariable String ws,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String policy,
            @RequestParam(required = false) @Nullable String permission,
            @RequestParam(required = false) @Nullable String unusedSince,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String label,
            @RequestParam(required = false) @Nullable String expiresBefore,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        workspaces.get(ws);
        ServiceUserFilter filter =
                new ServiceUserFilter.Raw(
                                q,
                                status,
                                group,
                                role,
                                policy,
                                permission,
                                unusedSince,
                                owner,
                                label,
                                expiresBefore)
                        .read();
        return serviceUsers.list(
                ws, filter, PageRequest.of(limit, cursor, 2, "service-users", ws, filter));
    }

    @GetMapping("/{id}")
    @Requires("service-users:view")
    @ReadsView({"directory", "key-usage"})
    @Operation(summary = "A service user with its keys")
    ResponseEntity<ServiceUserView> get(@PathVariable String ws, @PathVariable String id) {
        ServiceUserView found = serviceUsers.get(ws, id);
        return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(found);
    }

    /** A service user has at most two keys, so this is one page; deleted ones on demand. */
    @GetMapping("/{id}/keys")
    @Requires("api-keys:view")
    @ReadsView({"directory", "key-usage"})
    @Operation(summary = "Keys of a service user; deleted ones on demand")
    Page<ApiKeyView> keys(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean deleted) {
        UUID user = serviceUsers.get(ws, id).id();
        return new Page<>(keys.of(List.of(user), deleted).getOrDefault(user, List.of()), null);
    }
}
