package io.keyledger.client.api;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People who sign in with OpenID Connect. */
@HttpExchange("/api/v1")
public interface People {

    /**
     * A person in a workspace, as it is or was at a moment.
     *
     * @param name null if it was erased
     * @param status {@code enabled}, {@code disabled}, or {@code left}: in no group of the
     *     workspace any more
     * @param groups those in the workspace
     * @param parked true while an event of it could not be applied, so that this may be out of date
     */
    record Person(
            UUID id,
            String workspace,
            @Nullable String name,
            boolean erased,
            String issuer,
            String subject,
            String status,
            List<UUID> groups,
            @Nullable Instant lastSignIn,
            long version,
            Instant createdAt,
            Instant updatedAt,
            boolean parked) {

        /** The name, or what stands in its place. */
        public String label() {
            return name == null ? "person " + id : name;
        }
    }

    /** Those that all these filters let pass, which are the query parameters of the API. */
    @GetExchange("/workspaces/{ws}/people")
    Page<Person> list(@PathVariable String ws, @RequestParam Map<String, String> filters);

    /** The same over all workspaces, a person as often as it is in one. */
    @GetExchange("/people")
    Page<Person> listOfAll(@RequestParam Map<String, String> filters);

    /** How many these filters let pass. */
    @GetExchange("/workspaces/{ws}/people/count")
    Count count(@PathVariable String ws, @RequestParam Map<String, String> filters);

    @GetExchange("/workspaces/{ws}/people/{id}")
    Person get(@PathVariable String ws, @PathVariable UUID id);

    /** Refuses all tokens of a person, at once; takes {@code people:manage} in {@code system}. */
    @PostExchange("/people/{id}:disable")
    Changed disable(@PathVariable UUID id);

    @PostExchange("/people/{id}:enable")
    Changed enable(@PathVariable UUID id);
}
