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

/** Security policies of a workspace. */
@HttpExchange("/api/v1/workspaces/{ws}")
public interface Policies {

    /** A policy to be created, or what of one is to change; null stays. */
    record PolicyBody(
            @Nullable String name,
            @Nullable String description,
            @Nullable String state,
            @Nullable List<Grant> grants,
            @Nullable Guards guards) {}

    /** What a policy gives, of an edit; null stays. */
    record PolicyGrants(@Nullable String state, @Nullable List<Grant> grants) {}

    /** A role that a policy grants, for all resources or only for some. */
    record Grant(UUID role, @Nullable Resources resources) {}

    /** Conditions on resources, of which {@code all} or {@code any} must hold. */
    record Resources(String match, List<Condition> conditions) {}

    /**
     * A condition on an attribute; the operator is {@code =}, {@code in} or {@code starts-with}.
     */
    record Condition(String attribute, String operator, List<String> values) {}

    /** What every key use must pass; null asks for nothing. */
    record Guards(
            @Nullable List<String> networks,
            @Nullable Instant notBefore,
            @Nullable Instant notAfter,
            @Nullable Integer maxKeyAgeDays,
            @Nullable List<Window> weekly,
            @Nullable RateLimit rateLimit) {

        /** No guards at all. */
        public static final Guards NONE = new Guards(null, null, null, null, null, null);
    }

    /** Hours of days of the week, {@code HH:mm}, by the clocks of a time zone. */
    record Window(List<String> days, String from, String to, String zone) {}

    /** So many allowed uses per service user in so many seconds. */
    record RateLimit(long uses, long perSeconds) {}

    /** A policy as it is now. */
    record Policy(
            UUID id,
            String name,
            String description,
            String state,
            boolean builtIn,
            List<Grant> grants,
            Guards guards,
            long version,
            @Nullable Instant createdAt) {}

    @PostExchange("/policies")
    Policy create(@PathVariable String ws, @RequestBody PolicyBody policy);

    /** Refused like the creation of such a policy, but for its name and the caller's rights. */
    @PostExchange("/policies:validate")
    void validate(@PathVariable String ws, @RequestBody PolicyBody policy);

    @PatchExchange("/policies/{id}")
    Changed edit(@PathVariable String ws, @PathVariable UUID id, @RequestBody PolicyBody edit);

    @PostExchange("/policies/{id}:enable")
    Changed enable(@PathVariable String ws, @PathVariable UUID id);

    @PostExchange("/policies/{id}:monitor")
    Changed monitor(@PathVariable String ws, @PathVariable UUID id);

    @PostExchange("/policies/{id}:disable")
    Changed disable(@PathVariable String ws, @PathVariable UUID id);

    @DeleteExchange("/policies/{id}")
    void delete(@PathVariable String ws, @PathVariable UUID id);

    @GetExchange("/policies/{id}")
    Policy get(@PathVariable String ws, @PathVariable UUID id);

    @GetExchange("/policies")
    Page<Policy> list(
            @PathVariable String ws, @RequestParam(required = false) @Nullable String cursor);

    /** Those that all these filters let pass, which are the query parameters of the API. */
    @GetExchange("/policies")
    Page<Policy> find(@PathVariable String ws, @RequestParam Map<String, String> filters);

    /** How many these filters let pass. */
    @GetExchange("/policies/count")
    Count count(@PathVariable String ws, @RequestParam Map<String, String> filters);

    /** Whom a change of it reaches. */
    @GetExchange("/policies/{id}/reach")
    Reach reach(@PathVariable String ws, @PathVariable UUID id);

    /** What an edit would take; nothing is changed. */
    @PostExchange("/policies/{id}/losses")
    Losses losses(@PathVariable String ws, @PathVariable UUID id, @RequestBody PolicyGrants edit);
}
