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

/** What there is before a change, and after it. */
record Comparison(Change change, Held now, Held then) {

    /** A permission that what is changed would not give any more. */
    record Gone(String permission, @Nullable ResourceScope resources) {}

    /** Of how many it is lost to, and how many have it by something else. */
    record Tally(long lost, long kept) {}

    /** In order of the permissions. */
    List<Gone> gone() {
        Map<String, Set<Gone>> all = new TreeMap<>();
        for (Way way : change.before()) {
            for (String permission : now.of(way)) {
                if (now.has(Bearer.PERSON, way, permission)
                        && isLost(Bearer.PERSON, way, permission, change.after())) {
                    all.computeIfAbsent(permission, _ -> new LinkedHashSet<>())
                            .add(new Gone(permission, told(way)));
                }
            }
        }
        return all.values().stream().flatMap(Set::stream).toList();
    }

    Tally tally(Bearer bearer, Gone gone, Collection<List<Way>> holders) {
        long lost = 0;
        long kept = 0;
        for (List<Way> ways : holders) {
            List<Way> by = ways.stream().filter(way -> gives(bearer, way, gone)).toList();
            if (by.stream()
                    .anyMatch(way -> isLost(bearer, way, gone.permission(), change.in(ways)))) {
                lost++;
            } else if (!by.isEmpty()) {
                kept++;
            }
        }
        return new Tally(lost, kept);
    }

    private boolean gives(Bearer bearer, Way way, Gone gone) {
        return change.touches(way)
                && now.has(bearer, way, gone.permission())
                && (change.reaching() != Reaching.POLICY
                        || new Gone(gone.permission(), way.resources()).equals(gone));
    }

    private boolean isLost(Bearer bearer, Way way, String permission, List<Way> left) {
        return left.stream()
                .noneMatch(
                        other -> other.isAsWideAs(way) && then.covers(bearer, other, permission));
    }

    /** Resources are told of a policy's grants; others have them by whatever policy. */
    private @Nullable ResourceScope told(Way way) {
        return change.reaching() == Reaching.POLICY ? way.resources() : null;
    }
}
