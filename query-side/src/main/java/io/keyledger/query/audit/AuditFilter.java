package io.keyledger.query.audit;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.source.SourceAddress;
import io.keyledger.query.paging.Filters;
import io.keyledger.shared.event.EventCatalogue;
import io.keyledger.shared.event.WireType;
import io.keyledger.shared.policy.Cidr;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which entries are wanted; all conditions must hold.
 *
 * @param reason code of a refusal
 * @param network of the source address, in CIDR form; a single address is one of its own
 * @param q a text within a change
 */
record AuditFilter(
        @Nullable UUID user,
        @Nullable String key,
        @Nullable String actor,
        @Nullable String kind,
        @Nullable String decision,
        @Nullable String reason,
        @Nullable String type,
        @Nullable String network,
        @Nullable String q,
        @Nullable Instant from,
        @Nullable Instant to) {

    static final String CHANGE = "change";
    static final String USE = "use";

    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;
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
            @Nullable String reason,
            @Nullable String type,
            @Nullable String address,
            @Nullable String q,
            @Nullable String from,
            @Nullable String to) {

        AuditFilter read() {
            return new AuditFilter(
                    Filters.id("user", user),
                    Filters.text("key", key),
                    Filters.text("actor", actor),
                    Filters.oneOf("kind", kind, List.of(CHANGE, USE)),
                    Filters.oneOf("decision", decision, List.of("allow", "deny")),
                    Filters.text("reason", reason),
                    Filters.oneOf("type", type, TYPES),
                    networkOf(address),
                    Filters.text("q", q),
                    Filters.time("from", from),
                    Filters.time("to", to));
        }
    }

    private static @Nullable String networkOf(@Nullable String address) {
        if (address == null || Cidr.parse(address).isPresent()) {
            return address;
        }
        return SourceAddress.parse(address)
                .map(SourceAddress::text)
                .map(text -> text + "/" + (text.indexOf(':') < 0 ? IPV4_BITS : IPV6_BITS))
                .orElseThrow(
                        () ->
                                ApiProblem.invalid(
                                        "address",
                                        "address is an address or a network without host bits,"
                                                + " such as 192.0.2.7 or 192.0.2.0/24"));
    }

    /** Only uses are decided. */
    boolean wantsChanges() {
        return !USE.equals(kind) && decision == null && reason == null && !USE.equals(type);
    }

    /** Only changes are searched for texts. */
    boolean wantsUses() {
        return !CHANGE.equals(kind)
                && q == null
                && (type == null || USE.equals(type))
                && actorCanUse();
    }

    /** The actor of a use is the service user whose key it was. */
    @Nullable UUID actorId() {
        return actor == null ? null : Filters.id(actor).orElse(null);
    }

    private boolean actorCanUse() {
        return actor == null || actorId() != null;
    }
}
