package io.keyledger.command.person;

import io.keyledger.access.oidc.ClaimedGroup;

import java.util.List;
import java.util.UUID;

/**
 * What came of a sign-in.
 *
 * @param groups those of the claimed ones that are there, and that the person is a member of now
 * @param unknown claimed ones that are not there
 */
public record SignedIn(UUID personId, List<ClaimedGroup> groups, List<ClaimedGroup> unknown) {

    public SignedIn {
        groups = List.copyOf(groups);
        unknown = List.copyOf(unknown);
    }
}
