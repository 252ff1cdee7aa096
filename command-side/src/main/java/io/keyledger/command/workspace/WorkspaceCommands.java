package io.keyledger.command.workspace;

import io.keyledger.command.grant.AccessFacts;
import io.keyledger.command.grant.Admission;
import io.keyledger.command.grant.Grantor;
import io.keyledger.command.grant.GroupFact;
import io.keyledger.command.grant.RoleFact;
import io.keyledger.command.platform.Aggregates;
import io.keyledger.command.platform.CallerInfo;
import io.keyledger.command.platform.Decided;
import io.keyledger.command.platform.DecisionLocks.Mode;
import io.keyledger.command.platform.HandlesCommands;
import io.keyledger.command.policy.SecurityPolicyCommands;
import io.keyledger.command.role.CreateRole;
import io.keyledger.command.role.RoleCommands;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.command.rule.Versions;
import io.keyledger.command.usergroup.CreateUserGroup;
import io.keyledger.command.usergroup.UserGroupCommands;
import io.keyledger.command.workspace.WorkspaceCommand.CreateWorkspace;
import io.keyledger.command.workspace.WorkspaceCommand.ErasePersonalValues;
import io.keyledger.command.workspace.WorkspaceCommand.RenameWorkspace;
import io.keyledger.shared.id.IdGenerator;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Carries out commands to workspaces. */
@Component
public class WorkspaceCommands implements HandlesCommands {

    /** How many values were erased. */
    public record Erased(int erasedCount) {}

    private final Admission admission;
    private final AccessFacts facts;
    private final RoleCommands roles;
    private final UserGroupCommands groups;
    private final SecurityPolicyCommands policies;
    private final PersonalValueEraser eraser;
    private final IdGenerator ids;
    private final Repository<Workspace> workspaces;

    WorkspaceCommands(
            Admission admission,
            AccessFacts facts,
            RoleCommands roles,
            UserGroupCommands groups,
            SecurityPolicyCommands policies,
            PersonalValueEraser eraser,
            IdGenerator ids,
            Aggregates aggregates) {
        this.admission = admission;
        this.facts = facts;
        this.roles = roles;
        this.groups = groups;
        this.policies = policies;
        this.eraser = eraser;
        this.ids = ids;
        this.workspaces = aggregates.repository(Workspace.class);
    }

    @CommandHandler
    Decided handle(CreateWorkspace command, @MetaDataValue("caller") CallerInfo caller)
            throws Exception {
        String stream = Workspace.stream(command.workspace());
        admission.admitToSystem(caller, command, Mode.EXCLUSIVE, stream);
        create(command);
        return new Decided(stream, 0);
    }

    /**
     * Creates a workspace in the current unit of work, whose locks are taken already.
     *
     * @return its built-in groups by name
     */
    public Map<String, GroupFact> create(CreateWorkspace command) throws Exception {
        boolean exists = facts.workspaceExists(command.workspace());
        workspaces.newInstance(() -> new Workspace(WorkspaceDecider.decide(command, exists)));
        Map<String, GroupFact> built = new HashMap<>();
        for (BuiltIn builtIn : BuiltIn.of(command.workspace())) {
            built.put(builtIn.group(), create(builtIn, command.workspace()));
        }
        for (BuiltInPolicy policy : BuiltInPolicy.ALL) {
            policies.create(policy.creation(command.workspace(), ids.next()), Grantor.system());
        }
        return built;
    }

    @CommandHandler
    Decided handle(RenameWorkspace command, @MetaDataValue("caller") CallerInfo caller) {
        Aggregate<Workspace> workspace = admitted(command, caller);
        Versions.mustBe(command.expectedVersion(), workspace.version());
        workspace.execute(it -> it.apply(WorkspaceDecider.decide(it.state(), command)));
        return new Decided(Workspace.stream(command.workspace()), workspace.version());
    }

    @CommandHandler
    Decided handle(ErasePersonalValues command, @MetaDataValue("caller") CallerInfo caller) {
        Aggregate<Workspace> workspace = admitted(command, caller);
        List<Long> erased = eraser.erase(command.values());
        workspace.execute(it -> it.apply(WorkspaceDecider.decide(command, erased)));
        String stream = Workspace.stream(command.workspace());
        return new Decided(stream, workspace.version(), new Erased(erased.size()));
    }

    private Aggregate<Workspace> admitted(WorkspaceCommand command, CallerInfo caller) {
        String stream = Workspace.stream(command.workspace());
        admission.admit(caller, command, Mode.SHARED, stream);
        if (!facts.workspaceExists(command.workspace())) {
            throw new Rejected(RejectionCode.UNKNOWN_WORKSPACE, "there is no such workspace");
        }
        return workspaces.load(stream);
    }

    private GroupFact create(BuiltIn builtIn, String workspace) throws Exception {
        UUID role = ids.next();
        UUID group = ids.next();
        roles.create(
                new CreateRole(
                        workspace,
                        role,
                        builtIn.role(),
                        builtIn.description(),
                        builtIn.permissions(),
                        true),
                Grantor.system());
        groups.create(
                new CreateUserGroup(
                        workspace,
                        group,
                        builtIn.group(),
                        builtIn.description(),
                        List.of(role),
                        List.of(),
                        true),
                Grantor.system());
        RoleFact carried = new RoleFact(role, builtIn.role(), builtIn.permissions());
        return new GroupFact(group, builtIn.group(), List.of(carried), List.of());
    }
}
