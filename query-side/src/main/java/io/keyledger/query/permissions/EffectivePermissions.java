package io.keyledger.query.permissions;

import io.keyledger.query.directory.DirectoryProjection;
import io.keyledger.query.projection.ParkedStreams;

import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;

/** Answers what a service user may do at a position. */
@Component
class EffectivePermissions {

    private final Standing standing;
    private final Grants grants;
    private final Guards guards;
    private final ParkedStreams parked;

    EffectivePermissions(Standing standing, Grants grants, Guards guards, ParkedStreams parked) {
        this.standing = standing;
        this.grants = grants;
        this.guards = guards;
        this.parked = parked;
    }

    PermissionsView of(String workspace, String id, Instant at, long position) {
        Standing.Of user = standing.of(workspace, id, position, at);
        return new PermissionsView(
                at,
                position,
                user.inactive(),
                user.inactive() == null ? grants.of(user.id(), position) : List.of(),
                guards.of(user.id(), position),
                parked.isParked(DirectoryProjection.VIEW, user.id().toString()));
    }
}
