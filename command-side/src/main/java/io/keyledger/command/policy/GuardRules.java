package io.keyledger.command.policy;

import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.RateLimit;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** When guards let pass what they refused. Where it cannot be told, they are taken to do so. */
final class GuardRules {

    private GuardRules() {}

    static boolean loosened(PolicyGuards before, PolicyGuards after) {
        return fewerRefused(before.networks(), after.networks())
                || isLooserLimit(before.notBefore(), after.notBefore(), -1)
                || isLooserLimit(before.notAfter(), after.notAfter(), 1)
                || isLooserLimit(before.maxKeyAgeDays(), after.maxKeyAgeDays(), 1)
                || fewerRefused(before.weekly(), after.weekly())
                || isLooser(before.rateLimit(), after.rateLimit());
    }

    /** Of an empty list nothing is asked; of others, each entry lets more pass. */
    private static <T> boolean fewerRefused(List<T> before, List<T> after) {
        return !before.isEmpty() && (after.isEmpty() || !before.containsAll(after));
    }

    /**
     * Whether a limit that was there is gone or moved.
     *
     * @param looser the sign of the direction in which it lets more pass
     */
    private static <T extends Comparable<T>> boolean isLooserLimit(
            @Nullable T before, @Nullable T after, int looser) {
        return before != null
                && (after == null || Integer.signum(after.compareTo(before)) == looser);
    }

    private static boolean isLooser(@Nullable RateLimit before, @Nullable RateLimit after) {
        return before != null
                && (after == null
                        || after.perSeconds() != before.perSeconds()
                        || after.uses() > before.uses());
    }
}
