package io.keyledger.client.api;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Effective permissions, now or at a time, and who has them. */
@HttpExchange("/api/v1")
public interface Permissions {

    /**
     * What a service user may do at a moment, or what a group, policy or role lets do.
     *
     * @param inactive why it may do nothing, if so, such as {@code disabled}
     */
    record Effective(Instant at, long position, @Nullable String inactive, List<Held> items) {}

    /** A permission, and every way by which it is held. */
    record Held(String permission, List<Why> why) {}

    /** A role, and the group and policy that it comes by, if it does. */
    record Why(@Nullable Named group, @Nullable Named policy, Named role) {}

    /**
     * Who can do something at a moment.
     *
     * @param reason why nobody can, such as {@code no-route}
     */
    record WhoCan(
            Instant at,
            long position,
            @Nullable String permission,
            @Nullable Route route,
            @Nullable String reason,
            List<Holder> items,
            @Nullable String nextCursor) {}

    /**
     * Who can, and every way by which it can.
     *
     * @param kind {@code service-user} or {@code person}
     * @param username of a service user
     * @param name of a person, unless it was erased
     * @param route that leads there in its workspace, where all workspaces were asked for method
     *     and path
     */
    record Holder(
            String kind,
            UUID id,
            String workspace,
            @Nullable String username,
            @Nullable String name,
            @Nullable Route route,
            List<Why> why) {

        public boolean isPerson() {
            return kind.equals("person");
        }

        /** What it is called, or what stands in the place of a name that was erased. */
        public String label() {
            String called = username == null ? name : username;
            return called == null ? kind + " " + id : called;
        }
    }

    /**
     * A route of a workspace.
     *
     * @param permission that it requires; null of a public one
     */
    record Route(UUID id, String api, String method, String path, @Nullable String permission) {}

    /** A permission, how many routes require it, and how many roles hold it by name. */
    record Known(String permission, long routeCount, long roleCount) {}

    /**
     * What a check of a service user's key would be answered.
     *
     * @param complete whether everything could be evaluated
     * @param steps every condition, in the order in which they are asked
     */
    record Trial(
            String decision,
            @Nullable String reason,
            @Nullable Named policy,
            boolean complete,
            Instant time,
            @Nullable String address,
            @Nullable String keyId,
            List<Step> steps,
            List<Audit.Version> versions) {}

    /**
     * A condition of a decision.
     *
     * @param outcome {@code holds}, {@code fails} or {@code not-evaluated}
     * @param refusal code of the refusal that it gives
     * @param monitored true if its policy only notes what it would refuse
     */
    record Step(
            String step,
            String outcome,
            @Nullable String refusal,
            @Nullable String note,
            @Nullable Named policy,
            @Nullable Boolean monitored,
            @Nullable Route route,
            @Nullable String permission,
            @Nullable List<Why> why,
            @Nullable Rate rate) {}

    /** How many uses of a window nodes have taken for themselves, and how many it has. */
    record Rate(long leased, long uses, Instant windowEnd) {}

    /**
     * What routes of a workspace require and its roles hold by name; of a pattern, what it covers.
     */
    @GetExchange("/workspaces/{ws}/known-permissions")
    Page<Known> known(
            @PathVariable String ws,
            @RequestParam(required = false) @Nullable String pattern,
            @RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/workspaces/{ws}/service-users/{id}/permissions")
    Effective ofServiceUser(
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Instant at);

    /** What a person may do by its groups in that workspace and in {@code system}. */
    @GetExchange("/workspaces/{ws}/people/{id}/permissions")
    Effective ofPerson(
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Instant at);

    /** By the query parameters of the API; no use of a key is made. */
    @GetExchange("/workspaces/{ws}/service-users/{id}/trial")
    Trial trial(
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam Map<String, String> question);

    @GetExchange("/workspaces/{ws}/groups/{id}/permissions")
    Effective ofGroup(
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Instant at);

    @GetExchange("/workspaces/{ws}/policies/{id}/permissions")
    Effective ofPolicy(
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Instant at);

    @GetExchange("/workspaces/{ws}/roles/{id}/permissions")
    Effective ofRole(
            @PathVariable String ws,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Instant at);

    /** Who holds a permission in a workspace. */
    @GetExchange("/workspaces/{ws}/who-can")
    WhoCan whoCan(
            @PathVariable String ws,
            @RequestParam String permission,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable String cursor);

    /** The same over all workspaces. */
    @GetExchange("/who-can")
    WhoCan whoCanOfAll(
            @RequestParam String permission,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable String cursor);

    /** Who can have a request of that method and path, in each workspace by its own routes. */
    @GetExchange("/who-can")
    WhoCan whoCanOfAll(
            @RequestParam String method,
            @RequestParam String path,
            @RequestParam(required = false) @Nullable String api,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable String cursor);

    /** Who can have a request of that method and path, in a workspace, whose routes tell. */
    @GetExchange("/workspaces/{ws}/who-can")
    WhoCan whoCan(
            @PathVariable String ws,
            @RequestParam String method,
            @RequestParam String path,
            @RequestParam(required = false) @Nullable String api,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable String cursor);

    /** The same by the query parameters of the API, such as {@code serviceUser} for one alone. */
    @GetExchange("/workspaces/{ws}/who-can")
    WhoCan whoCan(@PathVariable String ws, @RequestParam Map<String, String> question);
}
