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

/** User groups of a workspace. */
@HttpExchange("/api/v1/workspaces/{ws}/groups")
public interface Groups {

    /** A group to be created, or what of one is to change; null stays. */
    record GroupBody(
            @Nullable String name,
            @Nullable String description,
            @Nullable List<UUID> roles,
            @Nullable List<UUID> policies) {}

    /** What a group gives by, of an edit; null stays. */
    record GroupLinks(@Nullable List<UUID> roles, @Nullable List<UUID> policies) {}

    /**
     * A group as it is now, or was at a moment.
     *
     * @param memberCount service users and people together
     */
    record Group(
            UUID id,
            String name,
            String description,
            List<UUID> roles,
            @Nullable List<UUID> policies,
            boolean builtIn,
            long memberCount,
            long serviceUserCount,
            long personCount,
            long version,
            @Nullable Instant createdAt) {}

    @PostExchange
    Group create(@PathVariable String ws, @RequestBody GroupBody group);

    @PatchExchange("/{id}")
    Changed edit(@PathVariable String ws, @PathVariable UUID id, @RequestBody GroupBody edit);

    @DeleteExchange("/{id}")
    void delete(@PathVariable String ws, @PathVariable UUID id);

    @GetExchange("/{id}")
    Group get(@PathVariable String ws, @PathVariable UUID id);

    @GetExchange
    Page<Group> list(
            @PathVariable String ws, @RequestParam(required = false) @Nullable String cursor);

    /** Those that all these filters let pass, which are the query parameters of the API. */
    @GetExchange
    Page<Group> find(@PathVariable String ws, @RequestParam Map<String, String> filters);

    /** How many these filters let pass. */
    @GetExchange("/count")
    Count count(@PathVariable String ws, @RequestParam Map<String, String> filters);

    /** Whom a change of it reaches. */
    @GetExchange("/{id}/reach")
    Reach reach(@PathVariable String ws, @PathVariable UUID id);

    /** What an edit would take; nothing is changed. */
    @PostExchange("/{id}/losses")
    Losses losses(@PathVariable String ws, @PathVariable UUID id, @RequestBody GroupLinks edit);
}
