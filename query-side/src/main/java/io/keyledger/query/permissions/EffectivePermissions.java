package io.keyledger.query.permissions;

import io.keyledger.query.consistency.ViewsAt;
import io.keyledger.query.directory.DirectoryProjection;
import io.keyledger.query.projection.ParkedStreams;

import org.springframework.stereotype.Component;

import java.util.List;

/** Answers what a service user may do at a moment, or what something lets it do. */
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

    PermissionsView of(Bearer bearer, String workspace, String id, ViewsAt.Moment moment) {
        long position = moment.position();
        Standing.Of known = standing.of(bearer.kind(), workspace, id, moment);
        return new PermissionsView(
                moment.at(),
                position,
                known.inactive(),
                known.inactive() == null ? grants.of(bearer, known.id(), position) : List.of(),
                guards.of(bearer, known.id(), position),
                parked.isParked(DirectoryProjection.VIEW, known.id().toString()));
    }
}
