package io.keyledger.query.reach;

import io.keyledger.query.current.DirectoryAt;
import io.keyledger.query.current.Ever;
import io.keyledger.query.current.Kind;
import io.keyledger.query.paging.Filters;
import io.keyledger.query.permissions.Bearer;
import io.keyledger.query.reach.Edits.GroupEdit;
import io.keyledger.query.reach.Edits.PolicyEdit;
import io.keyledger.query.reach.Edits.RoleEdit;
import io.keyledger.shared.policy.PolicyState;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads what edits that are not made would change. */
@Component
class Changes {

    private static final List<String> STATES =
            Arrays.stream(PolicyState.values()).map(PolicyState::storedName).toList();

    private final Ever ever;
    private final WaysAt ways;
    private final DirectoryAt directory;

    Changes(Ever ever, WaysAt ways, DirectoryAt directory) {
        this.ever = ever;
        this.ways = ways;
        this.directory = directory;
    }

    Change of(String workspace, String id, RoleEdit edit) {
        UUID role = ever.require(Kind.ROLE, workspace, id);
        Map<UUID, List<String>> others =
                edit.permissions() == null
                        ? Map.of()
                        : Map.of(role, Given.patterns("permissions", edit.permissions()));
        List<Way> itself = List.of(new Way(null, null, role, null));
        return new Change(Reaching.ROLE, role, itself, itself, others);
    }

    Change of(String workspace, String id, GroupEdit edit) {
        UUID group = ever.require(Kind.USER_GROUP, workspace, id);
        List<Way> before = all(Bearer.USER_GROUP, List.of(group));
        Stream<Way> byRoles =
                edit.roles() == null
                        ? before.stream().filter(way -> way.policy() == null)
                        : known(Kind.ROLE, "roles", workspace, edit.roles()).stream()
                                .map(role -> new Way(group, null, role, null));
        Stream<Way> byPolicies =
                edit.policies() == null
                        ? before.stream().filter(way -> way.policy() != null)
                        : attached(group, workspace, edit.policies());
        List<Way> after = Stream.concat(byRoles, byPolicies).toList();
        return new Change(Reaching.GROUP, group, before, after, Map.of());
    }

    /** A policy that grants nothing now takes nothing, whatever would be granted. */
    Change of(String workspace, String id, PolicyEdit edit) {
        UUID policy = ever.require(Kind.SECURITY_POLICY, workspace, id);
        List<Way> before = all(Bearer.SECURITY_POLICY, List.of(policy));
        String state = Filters.oneOf("state", edit.state(), STATES);
        List<Way> granted =
                edit.grants() == null ? before : Given.ways("grants", policy, edit.grants());
        granted.forEach(way -> ever.require(Kind.ROLE, workspace, way.role().toString()));
        List<Way> after =
                state == null || state.equals(PolicyState.ENABLED.storedName())
                        ? granted
                        : List.of();
        return new Change(Reaching.POLICY, policy, before, after, Map.of());
    }

    private Stream<Way> attached(UUID group, String workspace, List<@Nullable UUID> policies) {
        List<UUID> known = known(Kind.SECURITY_POLICY, "policies", workspace, policies);
        return all(Bearer.SECURITY_POLICY, known).stream()
                .map(way -> new Way(group, way.policy(), way.role(), way.resources()));
    }

    private List<UUID> known(
            Kind kind, String field, String workspace, List<@Nullable UUID> asked) {
        List<UUID> ids = Given.each(field, asked);
        ids.forEach(each -> ever.require(kind, workspace, each.toString()));
        return ids;
    }

    private List<Way> all(Bearer bearer, Collection<UUID> ids) {
        long position = directory.of(null).position();
        List<Way> all = new ArrayList<>();
        ways.of(bearer, "", ids, position).values().forEach(all::addAll);
        return all;
    }
}
