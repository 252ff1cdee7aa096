package io.keyledger.console.edit;

import io.keyledger.client.api.Reach;
import io.keyledger.console.signin.Visitor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Who feels a change of what several have, in sentences. */
public final class Reached {

    private Reached() {}

    /** As far as the visitor may see whom it reaches. */
    public static Effect by(
            Visitor visitor, String ws, Compared permissions, Supplier<Reach> reach) {
        List<String> felt = new ArrayList<>();
        felt.add(
                visitor.may("service-users:view", ws)
                        ? counted(reach.get())
                        : "Everybody whom it reaches feels it at once.");
        if (!permissions.lost().isEmpty()) {
            felt.add("Whoever holds what it loses by another way, too, keeps it.");
        }
        return new Effect(permissions, felt);
    }

    private static String counted(Reach reach) {
        return reach.serviceUsers().count() == 0
                ? "It reaches no service user now, so that no key feels it."
                : "%s and %s feel it at once."
                        .formatted(
                                Counted.of(reach.serviceUsers(), "service user"),
                                Counted.of(reach.keys(), "key"));
    }
}
