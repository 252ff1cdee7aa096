package io.keyledger.command.serviceuser;

import static io.keyledger.command.spec.Callers.id;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.grant.Grantor;
import io.keyledger.command.grant.GroupFact;
import io.keyledger.command.grant.RoleFact;
import io.keyledger.command.role.LivingRole;
import io.keyledger.command.rule.Patch;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.serviceuser.ServiceUserCommand.AssignGroup;
import io.keyledger.command.serviceuser.ServiceUserCommand.AssignRole;
import io.keyledger.command.serviceuser.ServiceUserCommand.EditServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.UnassignGroup;
import io.keyledger.command.serviceuser.ServiceUserState.Present;
import io.keyledger.command.usergroup.LivingGroup;
import io.keyledger.shared.event.ServiceUserEvent;
import io.keyledger.shared.permission.OwnerPermissions;
import io.keyledger.shared.permission.PermissionPattern;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A world of one service user, three custom groups, three custom roles, and the owners'. */
class OwnerRuleProperties {

    private record Step(int kind, int group, int role, String permission) {}

    @Property(tries = 500)
    void noSequenceOfAcceptedCommandsGivesAServiceUserAReservedPermission(
            @ForAll("steps") List<Step> steps) {
        World world = new World();
        for (Step step : steps) {
            try {
                world.take(step);
            } catch (Rejected _) {
                continue;
            }
            assertThat(world.permissions())
                    .noneMatch(it -> OwnerPermissions.isReserved(new PermissionPattern(it)));
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(
                                "catalog:view",
                                "*:*",
                                "workspace.*:*",
                                "workspace.ownership:*",
                                "workspace.ownership:transfer",
                                "workspace.ownership.*:view"))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    /** Number 3 of the roles and of the groups is the owners', built in. */
    private static final class World {

        private static final int OWNERS = 3;

        private final Map<UUID, LivingRole> roles = new HashMap<>();
        private final Map<UUID, LivingGroup> groups = new HashMap<>();
        private ServiceUserState user = Users.existing().state();

        World() {
            for (int i = 0; i <= OWNERS; i++) {
                boolean owners = i == OWNERS;
                List<String> first = owners ? OwnerPermissions.ALL : List.of();
                roles.put(id(i), new LivingRole(id(i), first, owners));
                List<UUID> carried = owners ? List.of(id(i)) : List.of();
                groups.put(id(i), new LivingGroup(id(i), carried, owners));
            }
        }

        void take(Step step) {
            UUID role = id(step.role());
            UUID group = id(step.group());
            switch (step.kind()) {
                case 0 -> roles.get(role).edit(List.of(step.permission()));
                case 1 -> groups.get(group).edit(List.of(role), roleFacts());
                case 2 -> decide(new AssignGroup("w", Users.USER, group));
                case 3 -> decide(new AssignRole("w", Users.USER, role));
                case 4 -> decide(edit(List.of(group), List.of(role)));
                default -> decide(new UnassignGroup("w", Users.USER, group));
            }
        }

        List<String> permissions() {
            return facts().permissionsOf(Assigned.to((Present) user));
        }

        private void decide(ServiceUserCommand command) {
            for (ServiceUserEvent event : ServiceUserDecider.decide(user, command, facts())) {
                user = ServiceUserEvolution.evolve(user, event);
            }
        }

        private ServiceUserFacts facts() {
            Map<UUID, RoleFact> known = roleFacts();
            Map<UUID, GroupFact> carrying = new HashMap<>();
            groups.forEach((id, group) -> carrying.put(id, group.fact(known)));
            return new ServiceUserFacts(
                    Grantor.system(), carrying, known, Map.of(), Users.NOW, true);
        }

        private Map<UUID, RoleFact> roleFacts() {
            Map<UUID, RoleFact> facts = new HashMap<>();
            roles.forEach((id, role) -> facts.put(id, role.fact()));
            return facts;
        }

        private static EditServiceUser edit(List<UUID> groups, List<UUID> roles) {
            return new EditServiceUser(
                    "w",
                    Users.USER,
                    null,
                    null,
                    Patch.unchanged(),
                    null,
                    Patch.unchanged(),
                    groups,
                    roles,
                    null,
                    null);
        }
    }
}
