package io.keyledger.query.reach;

import io.keyledger.query.permissions.Bearer;
import io.keyledger.shared.policy.ResourceScope;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What there is before a change, and after it. */
record Comparison(Change change, Held now, Held then) {

    /** A permission that what is changed would not give any more. */
    record Gone(String permission, @Nullable ResourceScope resources) {}

    /** By which ways somebody has something now, and would. */
    record Holder(List<Way> before, List<Way> after) {}

    /** Of how many it is lost to, and how many have it by something else. */
    record Tally(long lost, long kept) {}

    /** In order of the permissions. */
    List<Gone> gone() {
        Map<String, Set<Gone>> all = new TreeMap<>();
        for (Way way : change.before()) {
            for (String permission : now.of(way)) {
                if (now.holding(Bearer.PERSON, permission).test(way)
                        && isLost(way, then.covering(Bearer.PERSON, permission), change.after())) {
                    all.computeIfAbsent(permission, _ -> new LinkedHashSet<>())
                            .add(new Gone(permission, told(way)));
                }
            }
        }
        return all.values().stream().flatMap(Set::stream).toList();
    }

    List<Holder> holders(Collection<List<Way>> all) {
        return all.stream().map(ways -> new Holder(ways, change.in(ways))).toList();
    }

    Tally tally(Bearer bearer, Gone gone, List<Holder> holders) {
        Predicate<Way> holding = now.holding(bearer, gone.permission()).and(way -> isOf(way, gone));
        Predicate<Way> covering = then.covering(bearer, gone.permission());
        long lost = 0;
        long kept = 0;
        for (Holder holder : holders) {
            List<Way> by = holder.before().stream().filter(holding).toList();
            if (by.stream().anyMatch(way -> isLost(way, covering, holder.after()))) {
                lost++;
            } else if (!by.isEmpty()) {
                kept++;
            }
        }
        return new Tally(lost, kept);
    }

    private boolean isOf(Way way, Gone gone) {
        return change.touches(way)
                && (change.reaching() != Reaching.POLICY
                        || new Gone(gone.permission(), way.resources()).equals(gone));
    }

    private static boolean isLost(Way way, Predicate<Way> covering, List<Way> left) {
        return left.stream().noneMatch(other -> other.isAsWideAs(way) && covering.test(other));
    }

    /** Resources are told of a policy's grants; others have them by whatever policy. */
    private @Nullable ResourceScope told(Way way) {
        return change.reaching() == Reaching.POLICY ? way.resources() : null;
    }
}
