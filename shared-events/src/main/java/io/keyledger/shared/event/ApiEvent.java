package io.keyledger.shared.event;

import java.util.UUID;

/** What happens to an API in a workspace's catalogue, and to its routes. */
public sealed interface ApiEvent extends DomainEvent {

    UUID apiId();

    /** An API was put into the catalogue, without routes. */
    record ApiCreated(UUID apiId, ApiDetails details) implements ApiEvent {}

    /** An API has another name, other host names or another description. */
    record ApiDetailsChanged(UUID apiId, ApiDetails before, ApiDetails after) implements ApiEvent {}

    /** A route says which permission a method and path of an API require. */
    record ApiRouteAdded(UUID apiId, ApiRoute route) implements ApiEvent {}

    /** A route requires another permission, is public or no longer, or has another form. */
    record ApiRouteChanged(UUID apiId, ApiRoute before, ApiRoute after) implements ApiEvent {}

    /** A route was removed; what it matched is refused unless another matches. */
    record ApiRouteRemoved(UUID apiId, ApiRoute route) implements ApiEvent {}

    /** An API without routes was deleted; its name and its host names are free again. */
    record ApiDeleted(UUID apiId, String name) implements ApiEvent {}
}
