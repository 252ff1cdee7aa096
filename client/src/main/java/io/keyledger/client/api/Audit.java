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
     * @param serviceUserName what that service user was called then
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
            @Nullable String serviceUserName,
            @Nullable String keyId,
            @Nullable String decision,
            @Nullable String reason,
            @Nullable Policy policy,
            @Nullable List<Monitored> monitored,
            @Nullable String permission,
            @Nullable String method,
            @Nullable String path,
            @Nullable Route route,
            @Nullable String address,
            @Nullable String userAgent,
            @Nullable String reasonGiven,
            @Nullable UUID correlationId,
            @Nullable Long count) {}

    /** The security policy whose guard refused a use, by the name it had then. */
    record Policy(UUID id, @Nullable String name) {}

    /** The route that method and path led to, by its API's name then. */
    record Route(@Nullable String asked, @Nullable String api, @Nullable UUID id) {}

    /** What a policy would have refused that was only monitored. */
    record Monitored(Policy policy, String reason) {}

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

    /** The hours asked for, and those of them that have entries. */
    record Hours(Instant firstHour, Instant end, List<Hour> items) {}

    /** An hour, by its beginning, in which there were changes, uses or both. */
    record Hour(Instant hour, boolean hasChanges, boolean hasUses) {}

    /**
     * What is stored of an entry.
     *
     * @param workspaceSequence index of its leaf in the workspace's Merkle log
     * @param payload of a change, as stored; of a use, what its part of the record says
     * @param withheld paths of values that are stored and not shown
     */
    record StoredRecord(
            String id,
            String kind,
            long position,
            long workspaceSequence,
            Instant ledgeredAt,
            String leafHash,
            String stream,
            long sequence,
            String type,
            int revision,
            Instant occurredAt,
            @Nullable Map<String, Object> metadata,
            Map<String, Object> payload,
            List<String> withheld,
            @Nullable DecidedOn decision) {}

    /** The state a use was decided on. */
    record DecidedOn(
            Instant decidedAt,
            String snapshot,
            List<Version> versions,
            @Nullable UUID grantedBy,
            @Nullable UUID refusedBy) {}

    /** An entity, and which version of it was decided on. */
    record Version(String kind, UUID id, long version) {}

    /** Entries that all these filters let pass, which are the query parameters of the API. */
    @GetExchange("/workspaces/{ws}/audit")
    Page<Entry> list(@PathVariable String ws, @RequestParam Map<String, String> filters);

    /** The same over all workspaces that the caller may see. */
    @GetExchange("/audit")
    Page<Entry> listOfAll(@RequestParam Map<String, String> filters);

    @GetExchange("/workspaces/{ws}/audit/{id}")
    Entry get(@PathVariable String ws, @PathVariable String id);

    /** The record behind an entry, without hashes of secrets. */
    @GetExchange("/workspaces/{ws}/audit/{id}/record")
    StoredRecord record(@PathVariable String ws, @PathVariable String id);

    /** Something that was changed, with its changes: of each field the first and the last one. */
    record ChangedThing(String kind, String id, List<Entry> changes) {}

    /**
     * What was changed between two moments, what changed last first: {@code from}, {@code to}, now
     * without one, and {@code kind}.
     */
    @GetExchange("/workspaces/{ws}/audit/changed")
    Page<ChangedThing> changed(@PathVariable String ws, @RequestParam Map<String, String> asked);

    /** In which hours there are entries; up to 31 days. */
    @GetExchange("/workspaces/{ws}/audit/hours")
    Hours hours(@PathVariable String ws, @RequestParam Instant from, @RequestParam Instant to);

    /** Up to 400 days, of all or of a service user; the last thirty without any. */
    @GetExchange("/workspaces/{ws}/audit/counts")
    Counts counts(
            @PathVariable String ws,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable UUID user);

    /** The same by the query parameters of the API, such as {@code key} for one alone. */
    @GetExchange("/workspaces/{ws}/audit/counts")
    Counts counts(@PathVariable String ws, @RequestParam Map<String, String> filters);

    @GetExchange("/audit/counts")
    Counts countsOfAll(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to);
}
