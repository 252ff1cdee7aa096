package io.keyledger.shared.permission;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Few words, so that patterns and permissions often meet. */
class PermissionProperties {

    @Property
    void coversIsReflexive(@ForAll("patterns") PermissionPattern pattern) {
        assertThat(pattern.covers(pattern)).isTrue();
    }

    @Property(maxDiscardRatio = 100, tries = 500)
    void coversIsTransitive(
            @ForAll("patterns") PermissionPattern a,
            @ForAll("patterns") PermissionPattern b,
            @ForAll("patterns") PermissionPattern c) {
        Assume.that(a.covers(b) && b.covers(c));

        assertThat(a.covers(c)).isTrue();
    }

    @Property(maxDiscardRatio = 100, tries = 500)
    void whatIsCoveredMatchesNothingMore(
            @ForAll("patterns") PermissionPattern wide,
            @ForAll("patterns") PermissionPattern narrow,
            @ForAll("permissions") Permission asked) {
        Assume.that(wide.covers(narrow) && narrow.matches(asked));

        assertThat(wide.matches(asked)).isTrue();
    }

    @Property
    void aPatternMatchesAsANaiveReaderWouldSay(
            @ForAll("patterns") PermissionPattern pattern,
            @ForAll("permissions") Permission asked) {
        assertThat(pattern.matches(asked)).isEqualTo(naive(pattern, asked));
    }

    @Property
    void aSetAllowsWhatSomeOfItsPatternsMatch(
            @ForAll("sets") Set<PermissionPattern> patterns,
            @ForAll("permissions") Permission asked) {
        boolean expected =
                !OwnerPermissions.isReserved(asked)
                        && patterns.stream().anyMatch(pattern -> naive(pattern, asked));

        PermissionSet set = setOf(patterns);

        assertThat(set.allows(asked)).isEqualTo(expected);
        if (expected) {
            assertThat(set.matching(asked).matches(asked)).isTrue();
        }
    }

    @Property
    void aSetCoversWhatOneOfItsPatternsCovers(
            @ForAll("sets") Set<PermissionPattern> patterns,
            @ForAll("patterns") PermissionPattern asked) {
        boolean expected =
                !OwnerPermissions.isReserved(asked)
                        && patterns.stream()
                                .filter(pattern -> !OwnerPermissions.isReserved(pattern))
                                .anyMatch(pattern -> pattern.covers(asked));

        assertThat(setOf(patterns).covers(asked)).isEqualTo(expected);
    }

    @Property
    void noWildcardMatchesWhatIsReservedToOwners(
            @ForAll("patterns") PermissionPattern pattern, @ForAll("reserved") Permission asked) {
        assertThat(pattern.matches(asked)).isEqualTo(pattern.text().equals(asked.text()));
    }

    @Property
    void noSetAllowsOrCoversWhatIsReservedToOwners(
            @ForAll("sets") Set<PermissionPattern> patterns, @ForAll("reserved") Permission asked) {
        Set<String> texts =
                patterns.stream().map(PermissionPattern::text).collect(Collectors.toSet());
        texts.addAll(OwnerPermissions.ALL);
        texts.addAll(List.of("*:*", "workspace.*:*", "workspace.ownership:*", asked.text()));
        PermissionSet set = PermissionSet.of(texts);

        assertThat(set.allows(asked)).isFalse();
        assertThat(set.covers(new PermissionPattern(asked.text()))).isFalse();
        assertThat(set.patterns()).noneMatch(OwnerPermissions::isReserved);
    }

    @Provide
    Arbitrary<PermissionPattern> patterns() {
        Arbitrary<String> resources =
                Arbitraries.oneOf(
                        Arbitraries.just("*"),
                        resources(),
                        resources().map(resource -> resource + ".*"));
        return Combinators.combine(resources, Arbitraries.of("view", "manage", "delete", "*"))
                .as((resource, action) -> new PermissionPattern(resource + ":" + action));
    }

    @Provide
    Arbitrary<Set<PermissionPattern>> sets() {
        return patterns().set().ofMaxSize(6);
    }

    @Provide
    Arbitrary<Permission> permissions() {
        return Combinators.combine(resources(), Arbitraries.of("view", "manage", "delete"))
                .as((resource, action) -> new Permission(resource + ":" + action));
    }

    @Provide
    Arbitrary<Permission> reserved() {
        return Arbitraries.oneOf(
                Arbitraries.of(OwnerPermissions.ALL).map(Permission::new),
                Arbitraries.of("workspace.ownership:view", "workspace.ownership.a.b:delete")
                        .map(Permission::new));
    }

    private static Arbitrary<String> resources() {
        return Arbitraries.of("a", "b", "ab", "workspace", "ownership")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(words -> String.join(".", words));
    }

    private static PermissionSet setOf(Set<PermissionPattern> patterns) {
        return PermissionSet.of(patterns.stream().map(PermissionPattern::text).toList());
    }

    /** Word by word, and without any of the code under test but the reserved list. */
    private static boolean naive(PermissionPattern pattern, Permission asked) {
        if (pattern.text().equals(asked.text())) {
            return true;
        }
        if (asked.text().matches("workspace\\.ownership[.:].*")) {
            return false;
        }
        List<String> held = List.of(pattern.text().split("[.:]"));
        List<String> wanted = List.of(asked.text().split("[.:]"));
        String action = held.getLast();
        return (action.equals("*") || action.equals(wanted.getLast()))
                && naive(held.subList(0, held.size() - 1), wanted.subList(0, wanted.size() - 1));
    }

    private static boolean naive(List<String> held, List<String> wanted) {
        if (wanted.isEmpty() || held.isEmpty()) {
            return wanted.isEmpty() && held.isEmpty();
        }
        return held.getFirst().equals("*")
                || (held.getFirst().equals(wanted.getFirst())
                        && naive(held.subList(1, held.size()), wanted.subList(1, wanted.size())));
    }
}
