package io.keyledger.command.role;

import io.keyledger.command.grant.AccessFacts;
import io.keyledger.command.grant.Admission;
import io.keyledger.command.grant.Grantor;
import io.keyledger.command.grant.LastAdministrator;
import io.keyledger.command.grant.LastAdministrator.Standing;
import io.keyledger.command.platform.Aggregates;
import io.keyledger.command.platform.CallerInfo;
import io.keyledger.command.platform.Decided;
import io.keyledger.command.platform.DecisionLocks.Mode;
import io.keyledger.command.platform.HandlesCommands;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.command.rule.Versions;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

/** Carries out commands to roles: locks, facts, decision, events. */
@Component
public class RoleCommands implements HandlesCommands {

    private final Admission admission;
    private final AccessFacts facts;
    private final LastAdministrator lastAdministrator;
    private final Repository<Role> roles;

    RoleCommands(
            Admission admission,
            AccessFacts facts,
            LastAdministrator lastAdministrator,
            Aggregates aggregates) {
        this.admission = admission;
        this.facts = facts;
        this.lastAdministrator = lastAdministrator;
        this.roles = aggregates.repository(Role.class);
    }

    @CommandHandler
    Decided handle(CreateRole command, @MetaDataValue("caller") CallerInfo caller)
            throws Exception {
        Grantor grantor = admission.admit(caller, command, Mode.SHARED, stream(command.roleId()));
        if (!facts.workspaceExists(command.workspace())) {
            throw new Rejected(RejectionCode.UNKNOWN_WORKSPACE, "there is no such workspace");
        }
        return create(command, grantor);
    }

    /** Creates a role in the current unit of work, whose locks are taken already. */
    public Decided create(CreateRole command, Grantor grantor) throws Exception {
        Aggregate<Role> role =
                roles.newInstance(() -> new Role(RoleDecider.decide(command, grantor)));
        return new Decided(stream(command.roleId()), role.version());
    }

    /** Brings a built-in role to these permissions, in the current unit of work. */
    public void upgrade(UUID roleId, List<String> permissions) {
        roles.load(stream(roleId))
                .execute(it -> it.apply(RoleDecider.upgrade(it.state(), roleId, permissions)));
    }

    @CommandHandler
    Decided handle(EditRole command, @MetaDataValue("caller") CallerInfo caller) {
        Grantor grantor =
                admission.admit(caller, command, Mode.EXCLUSIVE, stream(command.roleId()));
        Aggregate<Role> role = load(command);
        Versions.mustBe(command.expectedVersion(), role.version());
        Standing before = lastAdministrator.standing(command.workspace());
        role.execute(it -> it.apply(RoleDecider.decide(it.state(), command, grantor)));
        lastAdministrator.mustStay(command.workspace(), before);
        return new Decided(stream(command.roleId()), role.version());
    }

    @CommandHandler
    Decided handle(DeleteRole command, @MetaDataValue("caller") CallerInfo caller) {
        admission.admit(caller, command, Mode.EXCLUSIVE, stream(command.roleId()));
        Aggregate<Role> role = load(command);
        Versions.mustBe(command.expectedVersion(), role.version());
        role.execute(
                it ->
                        it.apply(
                                RoleDecider.decide(
                                        it.state(), command, facts.usageOfRole(command.roleId()))));
        return new Decided(stream(command.roleId()), role.version());
    }

    private Aggregate<Role> load(RoleCommand command) {
        if (!facts.roleExists(command.workspace(), command.roleId())) {
            throw new Rejected(RejectionCode.UNKNOWN_ROLE, "there is no such role");
        }
        return roles.load(stream(command.roleId()));
    }

    private static String stream(UUID roleId) {
        return roleId.toString();
    }
}
