package io.keyledger.console.comparison;

import io.keyledger.client.api.Audit.Entry;
import io.keyledger.console.timeline.Difference;
import io.keyledger.console.timeline.Sentences;
import io.keyledger.console.timeline.Sentences.Sentence;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The changes of one thing between two moments, and what is left of them. */
final class History {

    private static final Set<String> MEMBERS = Set.of("group", "role", "policy");

    private final Map<String, String> names;
    private final List<Entry> changes = new ArrayList<>();

    History(Map<String, String> names) {
        this.names = names;
    }

    /** They are added in their order. */
    void add(Entry change) {
        changes.add(change);
    }

    long position() {
        return changes.getLast().position();
    }

    boolean isNew() {
        return is(changes.getFirst(), "Created", "Generated", "Added", "Registered");
    }

    boolean isGone() {
        return is(changes.getLast(), "Deleted", "Removed");
    }

    Sentence cause() {
        return sentence(changes.getLast());
    }

    /** As the last change that says so calls it. */
    String name() {
        for (Entry change : changes.reversed()) {
            String name = named(change);
            if (name != null) {
                return name;
            }
        }
        return "";
    }

    /** What came and went again in between is as it was. */
    List<Turned> fields() {
        Map<String, Turned> turned = new LinkedHashMap<>();
        for (Entry change : changes) {
            Sentence cause = sentence(change);
            for (Difference each : Difference.of(change, names)) {
                Turned one = new Turned(each.field(), each.before(), each.after(), cause);
                turned.merge(key(change, each), one, Turned::then);
            }
        }
        return turned.values().stream()
                .filter(each -> !Objects.equals(each.before(), each.after()))
                .toList();
    }

    /** Of what there can be several, each is a field of its own. */
    private static String key(Entry change, Difference each) {
        boolean member = MEMBERS.contains(each.field()) && sides(change) == 1;
        return each.field()
                + (member ? " " + (each.before() == null ? each.after() : each.before()) : "");
    }

    private static int sides(Entry change) {
        return size(change.before()) + size(change.after());
    }

    private static int size(@Nullable Map<String, Object> side) {
        return side == null ? 0 : side.size();
    }

    private static @Nullable String named(Entry change) {
        Map<String, Object> side = change.after() == null ? change.before() : change.after();
        if (side != null && side.containsKey("route")) {
            return side.get("method") + " " + side.get("path");
        }
        return change.subject() == null ? null : change.subject().name();
    }

    private static boolean is(Entry change, String... ends) {
        for (String end : ends) {
            if (change.type().endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    private Sentence sentence(Entry change) {
        return Sentences.of(List.of(change), names).getFirst();
    }
}
