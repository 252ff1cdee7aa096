package io.keyledger.shared.use;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What of a header some uses point to, by the indexes there: each once, in order.
 *
 * @param entities the indexes of entities
 * @param personal the indexes of personal values
 */
record Pointed(List<Integer> entities, List<Integer> personal) {

    static Pointed by(Collection<KeyUse> uses) {
        SortedSet<Integer> entities = new TreeSet<>();
        SortedSet<Integer> personal = new TreeSet<>();
        uses.forEach(use -> add(use, entities, personal));
        return new Pointed(List.copyOf(entities), List.copyOf(personal));
    }

    private static void add(KeyUse use, Set<Integer> entities, Set<Integer> personal) {
        entities.addAll(use.entities());
        use.monitored().forEach(each -> entities.add(each.policy()));
        Integer api = use.route() == null ? null : use.route().api();
        Stream.of(use.grantedBy(), use.refusedBy(), api)
                .filter(Objects::nonNull)
                .forEach(entities::add);
        Stream.of(use.address(), use.userAgent()).filter(Objects::nonNull).forEach(personal::add);
    }

    /** The same use, pointing into a header that has nothing but what these uses point to. */
    KeyUse in(KeyUse use) {
        AskedRoute route = use.route();
        return new KeyUse(
                use.keyId(),
                use.entities().stream().map(index -> place(entities, index)).toList(),
                use.permission(),
                use.method(),
                use.path(),
                use.reason(),
                placeOrNull(entities, use.grantedBy()),
                placeOrNull(entities, use.refusedBy()),
                monitored(use.monitored()),
                route == null
                        ? null
                        : new AskedRoute(
                                route.asked(), placeOrNull(entities, route.api()), route.routeId()),
                use.resource(),
                placeOrNull(personal, use.address()),
                placeOrNull(personal, use.userAgent()),
                use.network(),
                use.callerKeyId(),
                use.requestId(),
                use.count());
    }

    private List<MonitoredRefusal> monitored(List<MonitoredRefusal> monitored) {
        return monitored.stream()
                .map(each -> new MonitoredRefusal(place(entities, each.policy()), each.reason()))
                .toList();
    }

    private static @Nullable Integer placeOrNull(List<Integer> indexes, @Nullable Integer index) {
        return index == null ? null : Integer.valueOf(place(indexes, index));
    }

    private static int place(List<Integer> indexes, int index) {
        return Collections.binarySearch(indexes, index);
    }
}
