package io.keyledger.client.api;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The audit trail of a workspace: every change and every key use. */
@HttpExchange("/api/v1/workspaces/{ws}/audit")
public interface Audit {

    /** A change or a use. */
    record Entry(
            String id,
            long position,
            String kind,
            String type,
            Instant occurredAt,
            @Nullable Actor actor,
            @Nullable Subject subject,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after,
            @Nullable String decision,
            @Nullable String reason,
            @Nullable Policy policy,
            @Nullable String reasonGiven) {}

    /** The security policy whose guard refused a use, by the name it had then. */
    record Policy(UUID id, @Nullable String name) {}

    /** Who did it. */
    record Actor(String kind, @Nullable String id, @Nullable String name) {}

    /** What it was done to. */
    record Subject(String kind, @Nullable String id, @Nullable String name) {}

    /** Entries that all these filters let pass, which are the query parameters of the API. */
    @GetExchange
    Page<Entry> list(@PathVariable String ws, @RequestParam Map<String, String> filters);

    @GetExchange("/{id}")
    Entry get(@PathVariable String ws, @PathVariable String id);
}
