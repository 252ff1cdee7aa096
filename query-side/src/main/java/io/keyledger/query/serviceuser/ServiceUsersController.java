package io.keyledger.query.serviceuser;

import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.query.apikey.ApiKeyView;
import io.keyledger.query.apikey.ApiKeys;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.current.AsOf;
import io.keyledger.query.current.DirectoryAt;
import io.keyledger.query.paging.AtQuery;
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
    private final DirectoryAt directory;

    ServiceUsersController(
            ServiceUsers serviceUsers, ApiKeys keys, Workspaces workspaces, DirectoryAt directory) {
        this.serviceUsers = serviceUsers;
        this.keys = keys;
        this.workspaces = workspaces;
        this.directory = directory;
    }

    @GetMapping({"/workspaces/{ws}/service-users", "/service-users"})
    @Requires("service-users:view")
    @ReadsView({"directory", "key-usage"})
    @Operation(summary = "List service users, of a workspace or of all; now or at a time")
    Page<ServiceUserView> list(
            @PathVariable(required = false) @Nullable String ws,
            Caller caller,
            @ParameterObject ServiceUserQuery query,
            @ParameterObject SortQuery sort,
            @ParameterObject AtQuery when,
            @ParameterObject PageQuery page) {
        String seen = workspaces.seen(ws, caller);
        ServiceUserFilter filter = query.read();
        AsOf state = directory.asOf(when);
        ListOrder order = ServiceUserSorts.read(sort.sort(), state);
        PageRequest request = page.of(order, "service-users", seen, filter, when.at());
        return serviceUsers.list(seen, filter, order, request, state);
    }

    @GetMapping({"/workspaces/{ws}/service-users/count", "/service-users/count"})
    @Requires("service-users:view")
    @ReadsView({"directory", "key-usage"})
    @Operation(
            summary =
                    "How many service users there are, up to 10,000; of a workspace or of all, now"
                            + " or at a time")
    CountView count(
            @PathVariable(required = false) @Nullable String ws,
            Caller caller,
            @ParameterObject ServiceUserQuery query,
            @ParameterObject AtQuery when) {
        String seen = workspaces.seen(ws, caller);
        return serviceUsers.count(seen, query.read(), directory.asOf(when));
    }

    @GetMapping("/workspaces/{ws}/service-users/{id}")
    @Requires("service-users:view")
    @ReadsView({"directory", "key-usage"})
    @Operation(summary = "A service user, now or at a time")
    ResponseEntity<ServiceUserView> get(
            @PathVariable String ws, @PathVariable String id, @ParameterObject AtQuery when) {
        ServiceUserView found = serviceUsers.get(ws, id, directory.asOf(when));
        return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(found);
    }

    /** A service user has at most two keys, so this is one page; deleted ones on demand. */
    @GetMapping("/workspaces/{ws}/service-users/{id}/keys")
    @Requires("api-keys:view")
    @ReadsView({"directory", "key-usage"})
    @Operation(summary = "A service user's keys, now or at a time")
    Page<ApiKeyView> keys(
            @PathVariable String ws,
            @PathVariable String id,
            @ParameterObject AtQuery when,
            @RequestParam(defaultValue = "false") boolean deleted) {
        AsOf state = directory.asOf(when);
        UUID user = serviceUsers.get(ws, id, state).id();
        return new Page<>(
                keys.of(List.of(user), deleted, state).getOrDefault(user, List.of()), null);
    }
}
