package io.keyledger.command.rule;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The versions that an edit may be based on; of none, if the caller named what never was one. */
public record ExpectedVersions(Set<Long> versions) {

    public ExpectedVersions {
        versions = Set.copyOf(versions);
    }

    public static ExpectedVersions of(long... versions) {
        return new ExpectedVersions(
                Arrays.stream(versions).boxed().collect(Collectors.toUnmodifiableSet()));
    }
}
