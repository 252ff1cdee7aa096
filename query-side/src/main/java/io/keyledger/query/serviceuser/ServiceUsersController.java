package io.keyledger.query.serviceuser;

import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.query.apikey.ApiKeyView;
import io.keyledger.query.apikey.ApiKeys;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.paging.NameOrder;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageQuery;
import io.keyledger.query.workspace.Workspaces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

/** Service users, and their keys. */
@RestController
@RequestMapping("/api/v1")
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

    @GetMapping({"/workspaces/{ws}/service-users", "/service-users"})
    @Requires("service-users:view")
    @ReadsView({"directory", "key-usage"})
    @Operation(summary = "List service users by name, of a workspace or of all")
    Page<ServiceUserView> list(
            @PathVariable(required = false) @Nullable String ws,
            Caller caller,
            @ParameterObject ServiceUserQuery query,
            @ParameterObject PageQuery page) {
        String seen = workspaces.seen(ws, caller);
        ServiceUserFilter filter = query.read();
        return serviceUsers.list(
                seen, filter, page.of(NameOrder.PARTS, "service-users", seen, filter));
    }

    @GetMapping("/workspaces/{ws}/service-users/{id}")
    @Requires("service-users:view")
    @ReadsView({"directory", "key-usage"})
    @Operation(summary = "A service user")
    ResponseEntity<ServiceUserView> get(@PathVariable String ws, @PathVariable String id) {
        ServiceUserView found = serviceUsers.get(ws, id);
        return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(found);
    }

    /** A service user has at most two keys, so this is one page; deleted ones on demand. */
    @GetMapping("/workspaces/{ws}/service-users/{id}/keys")
    @Requires("api-keys:view")
    @ReadsView({"directory", "key-usage"})
    @Operation(summary = "A service user's keys")
    Page<ApiKeyView> keys(
            @PathVariable String ws,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean deleted) {
        UUID user = serviceUsers.get(ws, id).id();
        return new Page<>(keys.of(List.of(user), deleted).getOrDefault(user, List.of()), null);
    }
}
