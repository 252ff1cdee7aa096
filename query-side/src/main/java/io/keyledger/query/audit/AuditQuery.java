package io.keyledger.query.audit;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.source.SourceAddress;
import io.keyledger.query.paging.Filters;
import io.keyledger.shared.event.EventCatalogue;
import io.keyledger.shared.event.WireType;
import io.keyledger.shared.policy.Cidr;
import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/** The parameters of a search in the trail as they were sent. */
record AuditQuery(
        @Parameter(description = "Id of the service user that was changed or used a key")
                @Nullable String user,
        @Parameter(description = "Id of the key that was changed or used") @Nullable String key,
        @Parameter(description = "Id of what was changed, of a route its own; changes only")
                @Nullable String subject,
        @Parameter(description = "Id of who changed something or used a key")
                @Nullable String actor,
        @Parameter(description = "change or use", example = "change") @Nullable String kind,
        @Parameter(description = "allow or deny; uses only", example = "deny")
                @Nullable String decision,
        @Parameter(description = "Code of a refusal", example = "permission-not-granted")
                @Nullable String reason,
        @Parameter(
                        description = "use, or the wire name of an event",
                        example = "service-user.ServiceUserCreated")
                @Nullable String type,
        @Parameter(
                        description =
                                "Id of a security policy that was changed, attached or detached, or"
                                        + " that refused a use or, while monitored, would have")
                @Nullable String policy,
        @Parameter(description = "Source address, or a network of them", example = "192.0.2.0/24")
                @Nullable String address,
        @Parameter(
                        description =
                                "A text, in whatever case, in names, values before and after, and"
                                        + " reasons; changes only")
                @Nullable String q,
        @Parameter(
                        description = "Not before this time (RFC 3339)",
                        example = "2026-11-23T00:00:00Z")
                @Nullable String from,
        @Parameter(description = "Before this time (RFC 3339)", example = "2026-11-24T00:00:00Z")
                @Nullable String to,
        @Parameter(
                        description =
                                "The trail as it stood at this time (RFC 3339), without what was"
                                        + " ledgered later",
                        example = "2026-11-23T08:00:00Z")
                @Nullable String at) {

    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;
    private static final List<String> TYPES =
            Stream.concat(
                            EventCatalogue.types().stream().map(WireType::name),
                            Stream.of(AuditFilter.USE))
                    .sorted()
                    .toList();

    AuditFilter read() {
        return new AuditFilter(
                Filters.id("user", user),
                Filters.text("key", key),
                Filters.text("subject", subject),
                Filters.text("actor", actor),
                Filters.oneOf("kind", kind, List.of(AuditFilter.CHANGE, AuditFilter.USE)),
                Filters.oneOf("decision", decision, List.of("allow", "deny")),
                Filters.text("reason", reason),
                Filters.oneOf("type", type, TYPES),
                Filters.id("policy", policy),
                networkOf(address),
                Filters.text("q", q),
                Filters.time("from", from),
                Filters.time("to", to),
                Filters.time("at", at));
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
}
