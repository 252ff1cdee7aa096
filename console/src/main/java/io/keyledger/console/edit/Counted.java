package io.keyledger.console.edit;

import io.keyledger.client.api.Count;
import io.keyledger.client.api.Losses.Heads;
import io.keyledger.client.api.Losses.Loss;

import java.util.Locale;

/** Numbers of things in words. */
public final class Counted {

    private Counted() {}

    /** Such as {@code 1 key}, {@code 1,200 keys} or {@code more than 10,000 keys}. */
    public static String of(Count count, String one) {
        return of(count, one, one + "s");
    }

    /** The same of a word that has another plural. */
    public static String of(Count count, String one, String many) {
        return "%s%s %s"
                .formatted(
                        count.exact() ? "" : "more than ",
                        String.format(Locale.ROOT, "%,d", count.count()),
                        count.count() == 1 && count.exact() ? one : many);
    }

    /** From whom a permission is taken in effect, and who keeps it. */
    static String taken(Loss loss) {
        boolean some = any(loss.lost());
        boolean others = any(loss.kept());
        if (!some) {
            return others
                    ? "lost to nobody: %s %s it by something else, too"
                            .formatted(heads(loss.kept()), isOne(loss.kept()) ? "has" : "have")
                    : "nobody has it by this now";
        }
        return others
                ? "lost to %s; %s %s it by something else"
                        .formatted(
                                heads(loss.lost()),
                                heads(loss.kept()),
                                isOne(loss.kept()) ? "keeps" : "keep")
                : "lost to " + heads(loss.lost());
    }

    private static boolean any(Heads heads) {
        return heads.serviceUsers() + heads.people() > 0;
    }

    private static boolean isOne(Heads heads) {
        return heads.serviceUsers() + heads.people() == 1;
    }

    private static String heads(Heads heads) {
        String users = of(new Count(heads.serviceUsers(), true), "service user");
        String people = of(new Count(heads.people(), true), "person", "people");
        if (heads.people() == 0) {
            return users;
        }
        return heads.serviceUsers() == 0 ? people : users + " and " + people;
    }
}
