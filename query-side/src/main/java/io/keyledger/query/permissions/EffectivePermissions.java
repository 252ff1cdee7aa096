package io.keyledger.query.permissions;

import io.keyledger.query.consistency.ViewsAt;
import io.keyledger.query.current.Kind;
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

    /** Of a service user. */
    PermissionsView of(String workspace, String id, Instant at, long position) {
        Standing.Of user = standing.of(workspace, id, position, at);
        return new PermissionsView(
                at,
                position,
                user.inactive(),
                user.inactive() == null
                        ? grants.of(Bearer.SERVICE_USER, user.id(), position)
                        : List.of(),
                guards.of(Bearer.SERVICE_USER, user.id(), position),
                parked.isParked(DirectoryProjection.VIEW, user.id().toString()));
    }

    /** Of what service users have permissions by. */
    PermissionsView of(Kind kind, String workspace, String id, ViewsAt.Moment moment) {
        Bearer bearer = bearer(kind);
        long position = moment.position();
        Standing.Of known = standing.of(kind, workspace, id, position);
        return new PermissionsView(
                moment.at(),
                position,
                known.inactive(),
                known.inactive() == null ? grants.of(bearer, known.id(), position) : List.of(),
                guards.of(bearer, known.id(), position),
                parked.isParked(DirectoryProjection.VIEW, known.id().toString()));
    }

    private static Bearer bearer(Kind kind) {
        return switch (kind) {
            case ROLE -> Bearer.ROLE;
            case USER_GROUP -> Bearer.USER_GROUP;
            case SECURITY_POLICY -> Bearer.SECURITY_POLICY;
        };
    }
}
