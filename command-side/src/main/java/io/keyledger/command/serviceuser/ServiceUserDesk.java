package io.keyledger.command.serviceuser;

import io.keyledger.command.grant.AccessFacts;
import io.keyledger.command.grant.Admission;
import io.keyledger.command.grant.Grantor;
import io.keyledger.command.grant.GroupFact;
import io.keyledger.command.grant.LastAdministrator;
import io.keyledger.command.platform.Aggregates;
import io.keyledger.command.platform.CallerInfo;
import io.keyledger.command.platform.Decided;
import io.keyledger.command.platform.DecisionLocks.Mode;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.command.rule.Versions;
import io.keyledger.command.serviceuser.ServiceUserCommand.AssignGroup;
import io.keyledger.command.serviceuser.ServiceUserCommand.AssignRole;
import io.keyledger.command.serviceuser.ServiceUserCommand.CreateServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.EditServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.GenerateApiKey;

import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where commands to service users are carried out: locks, facts, decision, events. */
@Component
public class ServiceUserDesk {

    private final Admission admission;
    private final AccessFacts facts;
    private final LastAdministrator lastAdministrator;
    private final Clock clock;
    private final Repository<ServiceUser> users;

    ServiceUserDesk(
            Admission admission,
            AccessFacts facts,
            LastAdministrator lastAdministrator,
            Clock clock,
            Aggregates aggregates) {
        this.admission = admission;
        this.facts = facts;
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
     * Creates the first service user of all, with a key, in the unit of work that creates its
     * group: rows of neither are there to be read yet.
     */
    public Decided createFirst(CreateServiceUser command, GroupFact group, GenerateApiKey key)
            throws Exception {
        ServiceUserFacts known =
                new ServiceUserFacts(
                        Grantor.system(),
                        Map.of(group.id(), group),
                        Map.of(),
                        Instant.now(clock),
                        false);
        Aggregate<ServiceUser> user = newInstance(command, known);
        user.execute(it -> it.apply(ServiceUserDecider.decide(it.state(), key, known)));
        return new Decided(stream(command.serviceUserId()), user.version());
    }

    /** Beside other commands of the workspace. */
    Decided changeBeside(ServiceUserCommand command, CallerInfo caller) {
        Grantor grantor =
                admission.admit(caller, command, Mode.SHARED, stream(command.serviceUserId()));
        return change(command, grantor);
    }

    /** Alone in the workspace, and not so that it is left without an administrator. */
    Decided changeAlone(ServiceUserCommand command, CallerInfo caller) {
        Grantor grantor =
                admission.admit(caller, command, Mode.EXCLUSIVE, stream(command.serviceUserId()));
        boolean hadAdministrator = lastAdministrator.isThere(command.workspace());
        Decided decided = change(command, grantor);
        lastAdministrator.mustStay(command.workspace(), hadAdministrator);
        return decided;
    }

    private Decided change(ServiceUserCommand command, Grantor grantor) {
        if (!facts.serviceUserExists(command.workspace(), command.serviceUserId())) {
            throw new Rejected(RejectionCode.UNKNOWN_SERVICE_USER, "there is no such service user");
        }
        Aggregate<ServiceUser> user = users.load(stream(command.serviceUserId()));
        Versions.mustBe(command.expectedVersion(), user.version());
        user.execute(
                it ->
                        it.apply(
                                ServiceUserDecider.decide(
                                        it.state(), command, known(command, it.state(), grantor))));
        return new Decided(stream(command.serviceUserId()), user.version());
    }

    private ServiceUserFacts known(
            ServiceUserCommand command, ServiceUserState state, Grantor grantor) {
        List<UUID> groups = new ArrayList<>();
        List<UUID> roles = new ArrayList<>();
        if (state instanceof ServiceUserState.Present present) {
            groups.addAll(present.groups());
            roles.addAll(present.roles());
        }
        addNamed(command, groups, roles);
        return new ServiceUserFacts(
                grantor,
                facts.groups(command.workspace(), groups),
                facts.roles(command.workspace(), roles),
                Instant.now(clock).truncatedTo(ChronoUnit.MICROS),
                command instanceof CreateServiceUser || command instanceof EditServiceUser);
    }

    private static void addNamed(ServiceUserCommand command, List<UUID> groups, List<UUID> roles) {
        if (command instanceof CreateServiceUser create) {
            groups.addAll(create.groups());
            roles.addAll(create.roles());
        } else if (command instanceof EditServiceUser edit) {
            groups.addAll(edit.groups() == null ? List.of() : edit.groups());
            roles.addAll(edit.roles() == null ? List.of() : edit.roles());
        } else if (command instanceof AssignGroup assign) {
            groups.add(assign.groupId());
        } else if (command instanceof AssignRole assign) {
            roles.add(assign.roleId());
        }
    }

    private static String stream(UUID serviceUserId) {
        return serviceUserId.toString();
    }
}
