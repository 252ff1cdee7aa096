package io.keyledger.console.serviceuser;

import io.keyledger.client.api.ApiKeys.ApiKey;
import io.keyledger.client.api.Permissions.Effective;
import io.keyledger.client.api.Permissions.Holder;
import io.keyledger.client.api.Permissions.Route;
import io.keyledger.client.api.Permissions.WhoCan;
import io.keyledger.client.api.Permissions.Why;
import io.keyledger.client.api.Policies.Guards;
import io.keyledger.client.api.Policies.Policy;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.page.Typed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a check of a service user's key would be answered now, step by step, as far as it can be
 * told without a use: guards look at each use anew.
 */
record Trial(List<Step> steps, List<Guard> guards) {

    /** A condition that must hold. */
    record Step(boolean passed, String text) {}

    /**
     * A policy that looks at each use.
     *
     * @param refuses whether it refuses, or only notes what it would refuse
     * @param looksAt what of a use, in words
     */
    record Guard(Policy policy, boolean refuses, String looksAt) {}

    static Trial of(
            ServiceUser user,
            Effective effective,
            WhoCan answer,
            Directory directory,
            Instant now) {
        List<Step> steps = new ArrayList<>();
        steps.add(
                effective.inactive() == null
                        ? new Step(true, "It is enabled.")
                        : new Step(false, "It is %s.".formatted(effective.inactive())));
        steps.add(key(user, now));
        if (answer.route() != null || answer.reason() != null) {
            steps.add(route(answer));
        }
        if (answer.permission() != null && effective.inactive() == null) {
            steps.add(permission(answer));
        }
        return new Trial(steps, guards(user, directory));
    }

    public boolean isPassed() {
        return steps.stream().allMatch(Step::passed);
    }

    private static Step key(ServiceUser user, Instant now) {
        String usable =
                Typed.orNone(user.keys()).stream()
                        .filter(key -> isUsable(key, now))
                        .map(ApiKey::name)
                        .collect(Collectors.joining(", "));
        return usable.isEmpty()
                ? new Step(false, "No key of it can be used.")
                : new Step(true, "Keys that can be used: %s.".formatted(usable));
    }

    private static boolean isUsable(ApiKey key, Instant now) {
        return key.status().equals("enabled")
                && (key.expiresAt() == null || key.expiresAt().isAfter(now));
    }

    private static Step route(WhoCan answer) {
        Route route = answer.route();
        if (route == null) {
            return new Step(false, "No route leads there: %s.".formatted(answer.reason()));
        }
        return new Step(
                true,
                "Route %s %s of %s %s."
                        .formatted(
                                route.method(),
                                route.path(),
                                route.api(),
                                route.permission() == null
                                        ? "is public"
                                        : "requires " + route.permission()));
    }

    private static Step permission(WhoCan answer) {
        String ways =
                answer.items().stream()
                        .map(Holder::why)
                        .flatMap(List::stream)
                        .map(Trial::way)
                        .distinct()
                        .collect(Collectors.joining("; "));
        return answer.items().isEmpty()
                ? new Step(false, "Nothing it has holds %s.".formatted(answer.permission()))
                : new Step(true, "It holds %s by %s.".formatted(answer.permission(), ways));
    }

    private static String way(Why why) {
        String group = why.group() == null ? "" : "group %s → ".formatted(why.group().name());
        String policy = why.policy() == null ? "" : "policy %s → ".formatted(why.policy().name());
        return group + policy + "role " + why.role().name();
    }

    private static List<Guard> guards(ServiceUser user, Directory directory) {
        return directory
                .policiesReaching(Typed.orNone(user.groups()), Typed.orNone(user.policies()))
                .stream()
                .filter(policy -> !policy.state().equals("disabled"))
                .map(
                        policy ->
                                new Guard(
                                        policy,
                                        policy.state().equals("enabled"),
                                        looksAt(policy.guards())))
                .filter(guard -> !guard.looksAt().isEmpty())
                .toList();
    }

    private static String looksAt(Guards guards) {
        List<String> parts = new ArrayList<>();
        if (!Typed.orNone(guards.networks()).isEmpty()) {
            parts.add("the address");
        }
        if (guards.notBefore() != null || guards.notAfter() != null) {
            parts.add("the date");
        }
        if (!Typed.orNone(guards.weekly()).isEmpty()) {
            parts.add("the hour of the week");
        }
        if (guards.maxKeyAgeDays() != null) {
            parts.add("the age of the secret");
        }
        if (guards.rateLimit() != null) {
            parts.add("how often");
        }
        return String.join(", ", parts);
    }
}
