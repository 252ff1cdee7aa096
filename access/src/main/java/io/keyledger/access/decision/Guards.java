package io.keyledger.access.decision;

import io.keyledger.access.check.DenyReason;
import io.keyledger.access.decision.Explanation.Condition;
import io.keyledger.access.source.Source;
import io.keyledger.access.state.SecurityPolicy;
import io.keyledger.shared.policy.PolicyGuards;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The guards of policies on one use of a key, but for rate limits, which count.
 *
 * @param secretSince when the secret that was shown became the key's
 */
record Guards(Source source, Instant secretSince, Instant now) {

    /** Why the policy refuses the use; null if its guards hold. */
    @Nullable DenyReason refusal(SecurityPolicy policy) {
        PolicyGuards guards = policy.guards();
        if (!isInside(policy)) {
            return DenyReason.NETWORK_NOT_ALLOWED;
        }
        if (!isValid(guards)) {
            return DenyReason.OUTSIDE_VALIDITY;
        }
        if (isTooOld(guards)) {
            return DenyReason.KEY_TOO_OLD;
        }
        return isInSomeWindow(policy) ? null : DenyReason.OUTSIDE_WEEKLY_WINDOW;
    }

    /**
     * Each guard that the policy has, in the order in which they are asked, whatever the others
     * say.
     */
    List<Condition> conditions(SecurityPolicy policy) {
        PolicyGuards guards = policy.guards();
        List<Condition> all = new ArrayList<>();
        if (!guards.networks().isEmpty()) {
            all.add(new Condition(DenyReason.NETWORK_NOT_ALLOWED, isInside(policy)));
        }
        if (guards.notBefore() != null || guards.notAfter() != null) {
            all.add(new Condition(DenyReason.OUTSIDE_VALIDITY, isValid(guards)));
        }
        if (guards.maxKeyAgeDays() != null) {
            all.add(new Condition(DenyReason.KEY_TOO_OLD, !isTooOld(guards)));
        }
        if (!guards.weekly().isEmpty()) {
            all.add(new Condition(DenyReason.OUTSIDE_WEEKLY_WINDOW, isInSomeWindow(policy)));
        }
        return all;
    }

    /** A use from nobody knows where is from no network. */
    private boolean isInside(SecurityPolicy policy) {
        return policy.guards().networks().isEmpty()
                || (source.address() != null
                        && policy.networks().stream()
                                .anyMatch(network -> network.contains(source.address().address())));
    }

    private boolean isValid(PolicyGuards guards) {
        return (guards.notBefore() == null || !now.isBefore(guards.notBefore()))
                && (guards.notAfter() == null || now.isBefore(guards.notAfter()));
    }

    private boolean isTooOld(PolicyGuards guards) {
        return guards.maxKeyAgeDays() != null
                && !now.isBefore(secretSince.plus(Duration.ofDays(guards.maxKeyAgeDays())));
    }

    private boolean isInSomeWindow(SecurityPolicy policy) {
        return policy.guards().weekly().isEmpty()
                || policy.hours().stream().anyMatch(hours -> hours.contains(now));
    }
}
