package io.keyledger.query.permissions;

import io.keyledger.query.consistency.ViewsAt;
import io.keyledger.query.directory.DirectoryProjection;
import io.keyledger.query.people.PeopleProjection;
import io.keyledger.query.projection.ParkedStreams;

import org.springframework.stereotype.Component;

import java.util.List;

/** Answers what a service user or a person may do at a moment, or what something lets it do. */
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
                known.inactive() == null
                        ? grants.of(bearer, workspace, known.id(), position)
                        : List.of(),
                guards.of(bearer, workspace, known.id(), position),
                parked.isParked(viewOf(bearer), known.id().toString()));
    }

    private static String viewOf(Bearer bearer) {
        return bearer == Bearer.PERSON ? PeopleProjection.VIEW : DirectoryProjection.VIEW;
    }
}
