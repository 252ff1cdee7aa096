package io.keyledger.console.edit;

import io.keyledger.client.api.Count;
import io.keyledger.client.api.Losses;
import io.keyledger.client.api.Losses.Loss;
import io.keyledger.client.api.Policies.Resources;
import io.keyledger.client.api.Reach;
import io.keyledger.client.api.Reach.Someone;
import io.keyledger.console.edit.Effect.Link;
import io.keyledger.console.edit.Effect.Lost;
import io.keyledger.console.edit.Effect.Whom;
import io.keyledger.console.signin.Visitor;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** Who feels a change of what several have, and what it takes from them, in sentences. */
public final class Reached {

    private Reached() {}

    /**
     * As far as the visitor may see whom it reaches.
     *
     * @param where words for the resources that a policy grants something for
     */
    public static Effect by(
            Visitor visitor,
            String ws,
            Compared permissions,
            Supplier<Reach> reach,
            Supplier<Losses> losses,
            Function<Resources, String> where) {
        if (!visitor.may("service-users:view", ws)) {
            return Effect.of(permissions, unseen(permissions));
        }
        Reach reached = reach.get();
        Losses taken = losses.get();
        List<String> felt = new ArrayList<>();
        felt.add(counted(reached));
        if (!taken.permissions().isEmpty()) {
            bound(taken.serviceUsers(), "service users", felt);
            bound(taken.people(), "people", felt);
        }
        return new Effect(
                Effect.untold(permissions, "of permissions only those that go are told"),
                List.copyOf(permissions.gained()),
                taken.permissions().stream().map(loss -> lost(loss, where)).toList(),
                felt,
                whom(visitor, ws, reached));
    }

    private static List<String> unseen(Compared permissions) {
        String all = "Everybody whom it reaches feels it at once.";
        return permissions.lost().isEmpty()
                ? List.of(all)
                : List.of(all, "Whoever holds what it loses by another way, too, keeps it.");
    }

    static String counted(Reach reach) {
        if (reach.serviceUsers().count() == 0 && reach.people().count() == 0) {
            return "It reaches no service user and no person now, so that nobody feels it.";
        }
        String users =
                "%s and %s"
                        .formatted(
                                Counted.of(reach.serviceUsers(), "service user"),
                                Counted.of(reach.keys(), "key"));
        if (reach.people().count() == 0) {
            return users + " feel it at once.";
        }
        String people = Counted.of(reach.people(), "person", "people");
        return reach.serviceUsers().count() == 0
                ? people
                        + (isOne(reach.people()) ? " feels" : " feel")
                        + " it at once; no key does."
                : users + ", and " + people + ", feel it at once.";
    }

    private static Lost lost(Loss loss, Function<Resources, String> where) {
        Resources resources = loss.resources();
        String of = resources == null ? "" : where.apply(resources);
        return new Lost(loss.permission() + of, Counted.taken(loss));
    }

    private static void bound(Count looked, String what, List<String> felt) {
        if (!looked.exact()) {
            felt.add(
                    "It reaches more %s than were looked at for what is lost: that is told of the first %,d by name."
                            .formatted(what, looked.count()));
        }
    }

    private static List<Whom> whom(Visitor visitor, String ws, Reach reach) {
        List<Whom> all = new ArrayList<>();
        add(
                "Service users",
                reach.serviceUsers(),
                reach.firstServiceUsers(),
                page("service-users"),
                all);
        add(
                "People",
                reach.people(),
                reach.firstPeople(),
                visitor.may("people:view", ws) ? page("people") : _ -> null,
                all);
        return all;
    }

    private static Function<Someone, @Nullable String> page(String kind) {
        return someone -> "/" + kind + "/" + someone.id();
    }

    private static void add(
            String kind,
            Count count,
            List<Someone> first,
            Function<Someone, @Nullable String> page,
            List<Whom> all) {
        if (first.isEmpty()) {
            return;
        }
        long others = count.count() - first.size();
        all.add(
                new Whom(
                        kind,
                        first.stream()
                                .map(
                                        one ->
                                                new Link(
                                                        Objects.requireNonNullElse(
                                                                one.name(),
                                                                "a person whose name was erased"),
                                                        page.apply(one)))
                                .toList(),
                        others > 0 ? Counted.of(new Count(others, count.exact()), "other") : null));
    }

    private static boolean isOne(Count count) {
        return count.exact() && count.count() == 1;
    }
}
