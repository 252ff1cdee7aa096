package io.keyledger.client.api;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
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

/** Roles of a workspace. */
@HttpExchange("/api/v1/workspaces/{ws}/roles")
public interface Roles {

    /** A role to be created, or what of one is to change; null stays. */
    record RoleBody(
            @Nullable String name,
            @Nullable String description,
            @Nullable List<String> permissions) {}

    /** What a role gives, of an edit; null stays. */
    record RolePermissions(@Nullable List<String> permissions) {}

    /** A role as it is now. */
    record Role(
            UUID id,
            String name,
            String description,
            List<String> permissions,
            boolean builtIn,
            long version,
            @Nullable Instant createdAt) {}

    @PostExchange
    Role create(@PathVariable String ws, @RequestBody RoleBody role);

    @PatchExchange("/{id}")
    Changed edit(@PathVariable String ws, @PathVariable UUID id, @RequestBody RoleBody edit);

    @DeleteExchange("/{id}")
    void delete(@PathVariable String ws, @PathVariable UUID id);

    @GetExchange("/{id}")
    Role get(@PathVariable String ws, @PathVariable UUID id);

    @GetExchange
    Page<Role> list(
            @PathVariable String ws, @RequestParam(required = false) @Nullable String cursor);

    /** Those that all these filters let pass, which are the query parameters of the API. */
    @GetExchange
    Page<Role> find(@PathVariable String ws, @RequestParam Map<String, String> filters);

    /** How many these filters let pass. */
    @GetExchange("/count")
    Count count(@PathVariable String ws, @RequestParam Map<String, String> filters);

    /** Whom a change of it reaches. */
    @GetExchange("/{id}/reach")
    Reach reach(@PathVariable String ws, @PathVariable UUID id);

    /** What an edit would take; nothing is changed. */
    @PostExchange("/{id}/losses")
    Losses losses(
            @PathVariable String ws, @PathVariable UUID id, @RequestBody RolePermissions edit);
}
