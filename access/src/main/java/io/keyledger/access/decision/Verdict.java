package io.keyledger.access.decision;

import io.keyledger.access.check.DenyReason;
import io.keyledger.access.check.Holder;
import io.keyledger.access.check.KeyHolder;
import io.keyledger.access.check.PersonHolder;
import io.keyledger.access.state.KeyState;
import io.keyledger.access.state.Known;
import io.keyledger.access.state.KnownKey;
import io.keyledger.access.state.KnownPerson;
import io.keyledger.access.state.RoleState;
import io.keyledger.access.state.SecurityPolicy;
import io.keyledger.access.state.ServiceUserState;
import io.keyledger.shared.permission.Permission;
import io.keyledger.shared.policy.Resource;
import io.keyledger.shared.use.EntityVersion;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What was decided on one key, and on which versions; but for rate limits, which are asked last.
 *
 * @param known the key, if there is one, also when its secret was wrong; or the person
 * @param permission what was asked for, or what the route requires
 * @param refusedBy the policy whose guard refused
 * @param monitored what policies would have refused that are only monitored
 * @param route the route that was asked for
 * @param resource what the key was used on, as the caller and the route say
 * @param limits policies with rate limits that an allowed use has still to pass
 * @param shown the patterns of permissions that an introspection asked for
 */
public record Verdict(
        @Nullable DenyReason reason,
        @Nullable Known known,
        @Nullable Permission permission,
        @Nullable RoleState grantedBy,
        @Nullable SecurityPolicy refusedBy,
        List<Monitored> monitored,
        @Nullable FoundRoute route,
        @Nullable Resource resource,
        List<SecurityPolicy> limits,
        List<EntityVersion> entities,
        List<String> shown) {

    /** A refusal that was none, since its policy is only monitored. */
    public record Monitored(SecurityPolicy policy, DenyReason reason) {}

    public Verdict {
        monitored = List.copyOf(monitored);
        limits = List.copyOf(limits);
        entities = List.copyOf(entities);
        shown = List.copyOf(shown);
    }

    static Verdict refused(DenyReason reason) {
        return refused(reason, null, List.of());
    }

    /** Refused for what the service user's or the person's own stream says. */
    static Verdict refused(DenyReason reason, Known known) {
        return refused(reason, known, List.of(known.entityVersion()));
    }

    private static Verdict refused(
            DenyReason reason, @Nullable Known known, List<EntityVersion> entities) {
        return new Verdict(
                reason, known, null, null, null, List.of(), null, null, List.of(), entities,
                List.of());
    }

    /** The same, refused for a rate limit. */
    public Verdict limitedBy(SecurityPolicy policy) {
        return new Verdict(
                DenyReason.RATE_LIMITED,
                known,
                permission,
                null,
                policy,
                monitored,
                route,
                resource,
                List.of(),
                entities,
                List.of());
    }

    /** The same; these rate limits would have refused it. */
    public Verdict alsoMonitored(Collection<SecurityPolicy> exceeded) {
        List<Monitored> more = new ArrayList<>(monitored);
        exceeded.forEach(policy -> more.add(new Monitored(policy, DenyReason.RATE_LIMITED)));
        return new Verdict(
                reason,
                known,
                permission,
                grantedBy,
                refusedBy,
                more,
                route,
                resource,
                List.of(),
                entities,
                shown);
    }

    /** Whose key it is, if the secret was right, or whose token. */
    public @Nullable Holder holder() {
        if (reason == DenyReason.WRONG_SECRET) {
            return null;
        }
        return switch (known) {
            case null -> null;
            case KnownKey(KeyState key, ServiceUserState user) ->
                    new KeyHolder(user.id(), user.username(), user.workspace(), key.id());
            case KnownPerson person ->
                    new PersonHolder(
                            person.id(),
                            person.token().name(),
                            person.workspace(),
                            person.person().groupsByWorkspace().keySet());
        };
    }
}
