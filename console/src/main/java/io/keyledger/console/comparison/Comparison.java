package io.keyledger.console.comparison;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Audit.Entry;
import io.keyledger.client.api.Permissions.Effective;
import io.keyledger.client.api.Permissions.Held;
import io.keyledger.client.api.Permissions.Why;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.signin.Visitor;
import io.keyledger.console.timeline.Sentences;
import io.keyledger.console.timeline.Sentences.Sentence;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What a service user or a person could do at two moments.
 *
 * @param differences permissions that came, then those that went
 */
public record Comparison(List<Difference> differences) {

    /** Always forward in time; without causes for whoever may not read the trail. */
    public static void show(
            Visitor visitor, String ws, Whose whose, Effective one, Effective two, Model model) {
        boolean turned = two.at().isBefore(one.at());
        Effective first = turned ? two : one;
        Effective second = turned ? one : two;
        model.addAttribute("first", first.at());
        model.addAttribute("second", second.at());
        model.addAttribute(
                "compared",
                visitor.may("audit:view", ws)
                        ? of(
                                visitor.client(),
                                ws,
                                whose,
                                first,
                                second,
                                Directory.of(visitor, ws).names())
                        : of(first, second));
    }

    private static Comparison of(Effective before, Effective after) {
        return of(before, after, (_, _) -> null);
    }

    /**
     * With causes.
     *
     * @param names what ids stand for
     */
    private static Comparison of(
            KeyledgerClient client,
            String ws,
            Whose whose,
            Effective before,
            Effective after,
            Map<String, String> names) {
        Changes changes = new Changes(client, ws, whose, before.at(), after.at());
        return of(
                before,
                after,
                (held, gained) ->
                        held.why().stream()
                                .map(
                                        why ->
                                                cause(
                                                        changes,
                                                        whose.id(),
                                                        held.permission(),
                                                        why,
                                                        gained))
                                .flatMap(List::stream)
                                .max(Comparator.comparingLong(Entry::position))
                                .map(entry -> sentence(entry, names))
                                .orElse(null));
    }

    public boolean isEmpty() {
        return differences.isEmpty();
    }

    private interface Causes {
        @Nullable Sentence of(Held held, boolean gained);
    }

    private static Comparison of(Effective before, Effective after, Causes causes) {
        Map<String, Held> then = byPermission(before);
        Map<String, Held> later = byPermission(after);
        List<Difference> all = new ArrayList<>();
        less(later, then)
                .forEach(it -> all.add(new Difference(it.permission(), true, causes.of(it, true))));
        less(then, later)
                .forEach(
                        it ->
                                all.add(
                                        new Difference(
                                                it.permission(), false, causes.of(it, false))));
        return new Comparison(all);
    }

    private static List<Entry> cause(
            Changes changes, UUID id, String permission, Why why, boolean gained) {
        Path path = new Path(id, permission, why, gained);
        return changes.about(why).stream().filter(path::isTurnedBy).limit(1).toList();
    }

    private static Sentence sentence(Entry entry, Map<String, String> names) {
        return Sentences.of(List.of(entry), names).getFirst();
    }

    private static Map<String, Held> byPermission(Effective effective) {
        Map<String, Held> held = new TreeMap<>();
        effective.items().forEach(each -> held.put(each.permission(), each));
        return held;
    }

    private static List<Held> less(Map<String, Held> all, Map<String, Held> others) {
        Set<String> rest = new TreeSet<>(all.keySet());
        rest.removeAll(others.keySet());
        return all.values().stream().filter(each -> rest.contains(each.permission())).toList();
    }
}
