package io.keyledger.console.edit;

import io.keyledger.client.api.Count;

import java.util.Locale;

/** Numbers of things in words. */
public final class Counted {

    private Counted() {}

    /** Such as {@code 1 key}, {@code 1,200 keys} or {@code more than 10,000 keys}. */
    public static String of(Count count, String one) {
        return "%s%s %s%s"
                .formatted(
                        count.exact() ? "" : "more than ",
                        String.format(Locale.ROOT, "%,d", count.count()),
                        one,
                        count.count() == 1 && count.exact() ? "" : "s");
    }
}
