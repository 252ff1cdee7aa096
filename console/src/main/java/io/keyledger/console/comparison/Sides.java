package io.keyledger.console.comparison;

import static io.keyledger.console.ConsoleMount.PATH;

import io.keyledger.client.api.Audit.Entry;
import io.keyledger.console.page.Address;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A workspace at two moments, side by side: what is not as it was.
 *
 * @param second null for now
 * @param names what ids stand for
 * @param opens whether a page may be seen, by its path behind the workspace's
 */
record Sides(
        String ws,
        Instant first,
        @Nullable Instant second,
        Map<String, String> names,
        Predicate<String> opens) {

    /** That somebody signed in gives and takes nothing. */
    private static final String SIGNED_IN = "person.PersonSignedIn";

    private static final String SERVICE_USER = "service-user";

    /**
     * Of changes between both, each thing's in their order; what changed last comes first. Of each
     * field the first change and the last one are enough.
     */
    List<Differing> of(List<Entry> changes) {
        Map<Thing, History> histories = new LinkedHashMap<>();
        changes.stream()
                .filter(change -> !change.type().equals(SIGNED_IN))
                .forEach(
                        change ->
                                histories
                                        .computeIfAbsent(Thing.of(change), _ -> new History(names))
                                        .add(change));
        return histories.entrySet().stream()
                .filter(each -> !(each.getValue().isNew() && each.getValue().isGone()))
                .sorted(
                        Comparator.comparingLong(
                                        (Map.Entry<Thing, History> each) ->
                                                each.getValue().position())
                                .reversed())
                .map(each -> differing(each.getKey(), each.getValue()))
                .filter(each -> !each.fields().isEmpty())
                .toList();
    }

    private Differing differing(Thing thing, History history) {
        boolean gone = history.isGone();
        return new Differing(
                thing.words(),
                history.name(),
                gone ? "gone" : history.isNew() ? "new" : "changed",
                page(thing, gone ? first : second),
                thing.kind().equals(SERVICE_USER) ? permissions(thing) : null,
                history.fields(),
                history.cause());
    }

    private @Nullable String page(Thing thing, @Nullable Instant at) {
        String page = thing.page();
        return page == null || !opens.test(page)
                ? null
                : at(new Address(PATH + "/" + ws + "/" + page, Map.of()), at);
    }

    private @Nullable String permissions(Thing user) {
        String own = user.page();
        if (own == null || !opens.test(own)) {
            return null;
        }
        Address page = new Address(PATH + "/" + ws + "/" + own + "/permissions", Map.of());
        Address compared = page.with("compare", "yes").with("at", first.toString());
        return second == null ? compared.text() : compared.with("until", second.toString()).text();
    }

    private static String at(Address page, @Nullable Instant at) {
        return at == null ? page.text() : page.with("at", at.toString()).text();
    }
}
