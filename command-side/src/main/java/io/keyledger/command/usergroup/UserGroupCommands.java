package io.keyledger.command.usergroup;

import io.keyledger.command.grant.AccessFacts;
import io.keyledger.command.grant.Admission;
import io.keyledger.command.grant.Grantor;
import io.keyledger.command.grant.LastAdministrator;
import io.keyledger.command.grant.LastAdministrator.Standing;
import io.keyledger.command.grant.PolicyReader;
import io.keyledger.command.grant.Reach;
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

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Carries out commands to user groups: locks, facts, decision, events. */
@Component
public class UserGroupCommands implements HandlesCommands {

    private final Admission admission;
    private final AccessFacts facts;
    private final PolicyReader policies;
    private final Reach reach;
    private final LastAdministrator lastAdministrator;
    private final Repository<UserGroup> groups;

    UserGroupCommands(
            Admission admission,
            AccessFacts facts,
            PolicyReader policies,
            Reach reach,
            LastAdministrator lastAdministrator,
            Aggregates aggregates) {
        this.admission = admission;
        this.facts = facts;
        this.policies = policies;
        this.reach = reach;
        this.lastAdministrator = lastAdministrator;
        this.groups = aggregates.repository(UserGroup.class);
    }

    @CommandHandler
    Decided handle(CreateUserGroup command, @MetaDataValue("caller") CallerInfo caller)
            throws Exception {
        Grantor grantor = admission.admit(caller, command, Mode.SHARED, stream(command.groupId()));
        if (!facts.workspaceExists(command.workspace())) {
            throw new Rejected(RejectionCode.UNKNOWN_WORKSPACE, "there is no such workspace");
        }
        return create(command, grantor);
    }

    /** Creates a group in the current unit of work, whose locks are taken already. */
    public Decided create(CreateUserGroup command, Grantor grantor) throws Exception {
        UserGroupFacts known = known(command, command.roles(), command.policies(), grantor);
        Aggregate<UserGroup> group =
                groups.newInstance(() -> new UserGroup(UserGroupDecider.decide(command, known)));
        return new Decided(stream(command.groupId()), group.version());
    }

    @CommandHandler
    Decided handle(EditUserGroup command, @MetaDataValue("caller") CallerInfo caller) {
        Grantor grantor =
                admission.admit(caller, command, Mode.EXCLUSIVE, stream(command.groupId()));
        Aggregate<UserGroup> group = load(command);
        Versions.mustBe(command.expectedVersion(), group.version());
        Standing before = lastAdministrator.standing(command.workspace());
        group.execute(
                it ->
                        it.apply(
                                UserGroupDecider.decide(
                                        it.state(), command, known(it.state(), command, grantor))));
        lastAdministrator.mustStay(command.workspace(), before);
        return new Decided(stream(command.groupId()), group.version());
    }

    @CommandHandler
    Decided handle(DeleteUserGroup command, @MetaDataValue("caller") CallerInfo caller) {
        admission.admit(caller, command, Mode.EXCLUSIVE, stream(command.groupId()));
        Aggregate<UserGroup> group = load(command);
        Versions.mustBe(command.expectedVersion(), group.version());
        long members = facts.membersOf(command.groupId());
        group.execute(it -> it.apply(UserGroupDecider.decide(it.state(), command, members)));
        return new Decided(stream(command.groupId()), group.version());
    }

    private UserGroupFacts known(UserGroupState state, EditUserGroup command, Grantor grantor) {
        List<UUID> concerned = new ArrayList<>();
        if (state instanceof UserGroupState.Present present) {
            concerned.addAll(present.policies());
        }
        concerned.addAll(Objects.requireNonNullElse(command.policies(), List.of()));
        return known(
                command,
                Objects.requireNonNullElse(command.roles(), List.of()),
                concerned,
                grantor);
    }

    private UserGroupFacts known(
            UserGroupCommand command, List<UUID> roles, List<UUID> concerned, Grantor grantor) {
        return new UserGroupFacts(
                grantor,
                facts.roles(command.workspace(), roles),
                policies.policies(command.workspace(), concerned),
                () -> reach.ofGroup(command.groupId()));
    }

    private Aggregate<UserGroup> load(UserGroupCommand command) {
        if (!facts.groupExists(command.workspace(), command.groupId())) {
            throw new Rejected(RejectionCode.UNKNOWN_GROUP, "there is no such group");
        }
        return groups.load(stream(command.groupId()));
    }

    private static String stream(UUID groupId) {
        return groupId.toString();
    }
}
