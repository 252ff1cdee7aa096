package io.keyledger.query.audit;

import io.keyledger.query.paging.Filters;
import io.keyledger.shared.event.EventCatalogue;
import io.keyledger.shared.event.WireType;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Which entries are wanted; all conditions must hold. */
record AuditFilter(
        @Nullable UUID user,
        @Nullable String key,
        @Nullable String actor,
        @Nullable String kind,
        @Nullable String decision,
        @Nullable String type,
        @Nullable Instant from,
        @Nullable Instant to) {

    static final String CHANGE = "change";
    static final String USE = "use";

    private static final List<String> TYPES =
            Stream.concat(EventCatalogue.types().stream().map(WireType::name), Stream.of(USE))
                    .sorted()
                    .toList();

    /** The parameters as they were sent, to be read by {@link #read}. */
    record Raw(
            @Nullable String user,
            @Nullable String key,
            @Nullable String actor,
            @Nullable String kind,
            @Nullable String decision,
            @Nullable String type,
            @Nullable String from,
            @Nullable String to) {

        AuditFilter read() {
            return new AuditFilter(
                    Filters.id("user", user),
                    Filters.text("key", key),
                    Filters.text("actor", actor),
                    Filters.oneOf("kind", kind, List.of(CHANGE, USE)),
                    Filters.oneOf("decision", decision, List.of("allow", "deny")),
                    Filters.oneOf("type", type, TYPES),
                    Filters.time("from", from),
                    Filters.time("to", to));
        }
    }

    /** Only uses are decided. */
    boolean wantsChanges() {
        return !USE.equals(kind) && decision == null && !USE.equals(type);
    }

    boolean wantsUses() {
        return !CHANGE.equals(kind) && (type == null || USE.equals(type)) && actorCanUse();
    }

    /** The actor of a use is the service user whose key it was. */
    @Nullable UUID actorId() {
        return actor == null ? null : Filters.id(actor).orElse(null);
    }

    private boolean actorCanUse() {
        return actor == null || actorId() != null;
    }
}
