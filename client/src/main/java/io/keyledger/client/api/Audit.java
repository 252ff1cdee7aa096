package io.keyledger.client.api;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The audit trail: every change and every key use, of a workspace or of all. */
@HttpExchange("/api/v1")
public interface Audit {

    /**
     * A change or a use.
     *
     * @param type the event's stored name, or {@code use}
     * @param reasonGiven why whoever did it said that he did
     * @param count how many equal refusals a use stands for
     */
    record Entry(
            String id,
            long position,
            String kind,
            String type,
            String workspace,
            Instant occurredAt,
            @Nullable Instant ledgeredAt,
            @Nullable Actor actor,
            @Nullable Subject subject,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after,
            @Nullable UUID serviceUserId,
            @Nullable String keyId,
            @Nullable String decision,
            @Nullable String reason,
            @Nullable Policy policy,
            @Nullable String permission,
            @Nullable String method,
            @Nullable String path,
            @Nullable String address,
            @Nullable String userAgent,
            @Nullable String reasonGiven,
            @Nullable UUID correlationId,
            @Nullable Long count) {}

    /** The security policy whose guard refused a use, by the name it had then. */
    record Policy(UUID id, @Nullable String name) {}

    /** Who did it. */
    record Actor(String kind, @Nullable String id, @Nullable String name) {}

    /** What it was done to. */
    record Subject(String kind, @Nullable String id, @Nullable String name) {}

    /** What happened on a day, in UTC. */
    record Day(
            LocalDate day,
            long changes,
            long allowed,
            long denied,
            Map<String, Long> changesByType,
            Map<String, Long> deniedByReason) {}

    /** The days asked for, and those of them on which something happened. */
    record Counts(LocalDate firstDay, LocalDate lastDay, List<Day> items) {}

    /** Entries that all these filters let pass, which are the query parameters of the API. */
    @GetExchange("/workspaces/{ws}/audit")
    Page<Entry> list(@PathVariable String ws, @RequestParam Map<String, String> filters);

    /** The same over all workspaces that the caller may see. */
    @GetExchange("/audit")
    Page<Entry> listOfAll(@RequestParam Map<String, String> filters);

    @GetExchange("/workspaces/{ws}/audit/{id}")
    Entry get(@PathVariable String ws, @PathVariable String id);

    /** Up to 400 days, of all or of a service user; the last thirty without any. */
    @GetExchange("/workspaces/{ws}/audit/counts")
    Counts counts(
            @PathVariable String ws,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable UUID user);

    @GetExchange("/audit/counts")
    Counts countsOfAll(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to);
}
