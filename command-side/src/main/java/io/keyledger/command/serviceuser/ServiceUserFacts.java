package io.keyledger.command.serviceuser;

import io.keyledger.command.grant.Grantor;
import io.keyledger.command.grant.GroupFact;
import io.keyledger.command.grant.PolicyFact;
import io.keyledger.command.grant.RoleFact;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a decision about a service user needs to know beside its own events.
 *
 * @param listed whether the request lists groups, roles and policies in fields of its body, which a
 *     refusal can name
 */
record ServiceUserFacts(
        Grantor grantor,
        Map<UUID, GroupFact> groups,
        Map<UUID, RoleFact> roles,
        Map<UUID, PolicyFact> policies,
        Instant now,
        boolean listed) {

    /** The field of the request that holds a group or a role, if one does. */
    @Nullable String field(String list, int index) {
        return listed ? list + "[" + index + "]" : null;
    }

    /** All permissions that a service user has, or would have, by what it is assigned. */
    List<String> permissionsOf(Assigned assigned) {
        Stream<List<String>> permissions =
                Stream.of(
                                found(assigned.groups(), groups).map(GroupFact::permissions),
                                found(assigned.roles(), roles).map(RoleFact::permissions),
                                found(assigned.policies(), policies).map(PolicyFact::permissions))
                        .flatMap(each -> each);
        return permissions.flatMap(List::stream).distinct().toList();
    }

    /** The policies that may refuse what a service user does. */
    Set<UUID> guardsOn(Assigned assigned) {
        return Stream.concat(
                        found(assigned.policies(), policies),
                        found(assigned.groups(), groups)
                                .flatMap(group -> group.policies().stream()))
                .filter(PolicyFact::guarding)
                .map(PolicyFact::id)
                .collect(Collectors.toSet());
    }

    private static <T> Stream<T> found(List<UUID> ids, Map<UUID, T> facts) {
        return ids.stream().filter(facts::containsKey).map(facts::get);
    }
}
