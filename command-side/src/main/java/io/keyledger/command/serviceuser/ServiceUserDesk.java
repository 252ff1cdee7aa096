package io.keyledger.command.serviceuser;

import io.keyledger.command.grant.AccessFacts;
import io.keyledger.command.grant.Admission;
import io.keyledger.command.grant.Grantor;
import io.keyledger.command.grant.GroupFact;
import io.keyledger.command.grant.LastAdministrator;
import io.keyledger.command.grant.LastAdministrator.Standing;
import io.keyledger.command.grant.PolicyReader;
import io.keyledger.command.platform.Aggregates;
import io.keyledger.command.platform.CallerInfo;
import io.keyledger.command.platform.Decided;
import io.keyledger.command.platform.DecisionLocks.Mode;
import io.keyledger.command.platform.OutOfTurn;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.command.rule.Versions;
import io.keyledger.command.serviceuser.ServiceUserCommand.ApiKeyCommand;
import io.keyledger.command.serviceuser.ServiceUserCommand.AssignGroup;
import io.keyledger.command.serviceuser.ServiceUserCommand.AssignRole;
import io.keyledger.command.serviceuser.ServiceUserCommand.AttachSecurityPolicy;
import io.keyledger.command.serviceuser.ServiceUserCommand.CreateServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.DeleteServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.DetachSecurityPolicy;
import io.keyledger.command.serviceuser.ServiceUserCommand.DisableServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.EditServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.EnableServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.GenerateApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.UnassignGroup;
import io.keyledger.command.serviceuser.ServiceUserCommand.UnassignRole;

import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Where commands to service users are carried out: locks, facts, decision, events. */
@Component
public class ServiceUserDesk {

    private final Admission admission;
    private final AccessFacts facts;
    private final PolicyReader policies;
    private final LastAdministrator lastAdministrator;
    private final Clock clock;
    private final Repository<ServiceUser> users;

    ServiceUserDesk(
            Admission admission,
            AccessFacts facts,
            PolicyReader policies,
            LastAdministrator lastAdministrator,
            Clock clock,
            Aggregates aggregates) {
        this.admission = admission;
        this.facts = facts;
        this.policies = policies;
        this.lastAdministrator = lastAdministrator;
        this.clock = clock;
        this.users = aggregates.repository(ServiceUser.class);
    }

    Decided create(CreateServiceUser command, CallerInfo caller) throws Exception {
        Grantor grantor =
                admission.admit(caller, command, Mode.SHARED, stream(command.serviceUserId()));
        if (!facts.workspaceExists(command.workspace())) {
            throw new Rejected(RejectionCode.UNKNOWN_WORKSPACE, "there is no such workspace");
        }
        ServiceUserFacts known = known(command, new ServiceUserState.Absent(), grantor);
        Aggregate<ServiceUser> user = newInstance(command, known);
        return new Decided(stream(command.serviceUserId()), user.version());
    }

    private Aggregate<ServiceUser> newInstance(CreateServiceUser command, ServiceUserFacts known)
            throws Exception {
        return users.newInstance(
                () ->
                        new ServiceUser(
                                ServiceUserDecider.decide(
                                        new ServiceUserState.Absent(), command, known)));
    }

    /**
     * Creates an administrator of Keyledger's own making, with a key. The group is handed over: at
     * the first start it is of the same unit of work, and no row of it is there to be read yet.
     */
    public Decided createWithKey(CreateServiceUser command, GroupFact group, GenerateApiKey key)
            throws Exception {
        ServiceUserFacts known =
                new ServiceUserFacts(
                        Grantor.system(),
                        Map.of(group.id(), group),
                        Map.of(),
                        Map.of(),
                        Instant.now(clock),
                        false);
        Aggregate<ServiceUser> user = newInstance(command, known);
        user.execute(it -> it.apply(ServiceUserDecider.decide(it.state(), key, known)));
        return new Decided(stream(command.serviceUserId()), user.version());
    }

    /** Behind the locks that its mode asks for. */
    Decided change(ServiceUserCommand command, CallerInfo caller) {
        Grantor grantor =
                admission.admit(caller, command, command.mode(), stream(command.serviceUserId()));
        return admission.isAlone(command.mode())
                ? changeAlone(command, grantor)
                : changeBeside(command, grantor);
    }

    /** Not so that the workspace is left without an administrator. */
    private Decided changeAlone(ServiceUserCommand command, Grantor grantor) {
        Standing before = lastAdministrator.standing(command.workspace());
        Decided decided = change(command, grantor);
        lastAdministrator.mustStay(command.workspace(), before);
        return decided;
    }

    /** Unless a group brings guards, which take away. */
    private Decided changeBeside(ServiceUserCommand command, Grantor grantor) {
        if (command instanceof AssignGroup assign
                && facts.groups(command.workspace(), List.of(assign.groupId())).values().stream()
                        .anyMatch(GroupFact::guarding)) {
            throw new OutOfTurn();
        }
        return change(command, grantor);
    }

    private Decided change(ServiceUserCommand command, Grantor grantor) {
        Aggregate<ServiceUser> user = load(command);
        Versions.mustBe(command.expectedVersion(), user.version());
        user.execute(
                it ->
                        it.apply(
                                ServiceUserDecider.decide(
                                        it.state(), command, known(command, it.state(), grantor))));
        return new Decided(stream(command.serviceUserId()), user.version());
    }

    private Aggregate<ServiceUser> load(ServiceUserCommand command) {
        try {
            Aggregate<ServiceUser> user = users.load(stream(command.serviceUserId()));
            if (user.invoke(it -> it.isPresentIn(command.workspace()))) {
                return user;
            }
        } catch (AggregateNotFoundException _) {
            // Refused as one that was deleted is, or one of another workspace.
        }
        throw new Rejected(RejectionCode.UNKNOWN_SERVICE_USER, "there is no such service user");
    }

    private ServiceUserFacts known(
            ServiceUserCommand command, ServiceUserState state, Grantor grantor) {
        Assigned concerned = concerned(command, state);
        return new ServiceUserFacts(
                grantor,
                facts.groups(command.workspace(), concerned.groups()),
                facts.roles(command.workspace(), concerned.roles()),
                policies.policies(command.workspace(), concerned.policies()),
                Instant.now(clock).truncatedTo(ChronoUnit.MICROS),
                command instanceof CreateServiceUser || command instanceof EditServiceUser);
    }

    /** What the service user has, and what the command names. */
    private static Assigned concerned(ServiceUserCommand command, ServiceUserState state) {
        Assigned named =
                switch (command) {
                    case CreateServiceUser create ->
                            new Assigned(create.groups(), create.roles(), create.policies());
                    case EditServiceUser edit ->
                            new Assigned(
                                    Objects.requireNonNullElse(edit.groups(), List.of()),
                                    Objects.requireNonNullElse(edit.roles(), List.of()),
                                    Objects.requireNonNullElse(edit.policies(), List.of()));
                    case AssignGroup assign -> Assigned.NOTHING.withGroup(assign.groupId());
                    case AssignRole assign -> Assigned.NOTHING.withRole(assign.roleId());
                    case AttachSecurityPolicy attach ->
                            Assigned.NOTHING.withPolicy(attach.policyId());
                    case UnassignGroup _,
                            UnassignRole _,
                            DetachSecurityPolicy _,
                            DisableServiceUser _,
                            EnableServiceUser _,
                            DeleteServiceUser _,
                            ApiKeyCommand _ ->
                            Assigned.NOTHING;
                };
        return state instanceof ServiceUserState.Present present
                ? named.and(Assigned.to(present))
                : named;
    }

    private static String stream(UUID serviceUserId) {
        return serviceUserId.toString();
    }
}
