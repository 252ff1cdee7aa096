package io.keyledger.console.directory;

import io.keyledger.client.api.Named;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a workspace has of one kind. Of what a visitor may not see, ids are all that is told, which
 * answers about other things carry.
 *
 * @param kind what addresses call it, such as {@code groups}
 * @param known all of them; null if they are not the visitor's to see
 */
public record Part<T>(String kind, @Nullable List<T> known, Function<T, Named> naming) {

    /**
     * Something that is referred to.
     *
     * @param name null if it may not be seen
     */
    public record Link(UUID id, @Nullable String name) {

        /** The name, or else the id. */
        public String text() {
            return name == null ? id.toString() : name;
        }
    }

    public boolean isSeen() {
        return known != null;
    }

    /** All that there are; none if they may not be seen. */
    public List<T> all() {
        return known == null ? List.of() : known;
    }

    /** Those with these ids, as far as they may be seen. */
    public List<T> those(Collection<UUID> ids) {
        return all().stream().filter(each -> ids.contains(naming.apply(each).id())).toList();
    }

    /** Whether {@link #those} tells everything that there is to tell of these. */
    public boolean tellsAll(Collection<UUID> ids) {
        return isSeen() || ids.isEmpty();
    }

    /** The same by name, or by id alone. */
    public List<Link> links(@Nullable Collection<UUID> ids) {
        if (ids == null) {
            return List.of();
        }
        return isSeen()
                ? those(ids).stream()
                        .map(naming)
                        .map(each -> new Link(each.id(), each.name()))
                        .toList()
                : ids.stream().map(id -> new Link(id, null)).toList();
    }

    /** What is said in the place of their names. */
    public String unseen() {
        return "You may not see this workspace's " + kind + ".";
    }

    /** The permission that it takes to see them. */
    String right() {
        return right(kind);
    }

    static String right(String kind) {
        return kind + ":view";
    }

    Part<T> without(Predicate<T> some) {
        return new Part<>(
                kind, known == null ? null : known.stream().filter(some.negate()).toList(), naming);
    }
}
