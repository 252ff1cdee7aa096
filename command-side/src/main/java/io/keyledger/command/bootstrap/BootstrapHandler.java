package io.keyledger.command.bootstrap;

import io.keyledger.command.grant.Admission;
import io.keyledger.command.grant.GroupFact;
import io.keyledger.command.platform.CallerInfo;
import io.keyledger.command.platform.Decided;
import io.keyledger.command.platform.DecisionLocks.Mode;
import io.keyledger.command.platform.HandlesCommands;
import io.keyledger.command.serviceuser.ServiceUserCommand.CreateServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.GenerateApiKey;
import io.keyledger.command.serviceuser.ServiceUserDesk;
import io.keyledger.command.workspace.BuiltIn;
import io.keyledger.command.workspace.WorkspaceCommand.CreateWorkspace;
import io.keyledger.command.workspace.WorkspaceCommands;
import io.keyledger.shared.event.ServiceUserDetails;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Carries out the first start in one transaction. */
@Component
class BootstrapHandler implements HandlesCommands {

    static final String USERNAME = "bootstrap-administrator";

    private final Admission admission;
    private final WorkspaceCommands workspaces;
    private final ServiceUserDesk users;

    BootstrapHandler(Admission admission, WorkspaceCommands workspaces, ServiceUserDesk users) {
        this.admission = admission;
        this.workspaces = workspaces;
        this.users = users;
    }

    @CommandHandler
    Decided handle(Bootstrap command, @MetaDataValue("caller") CallerInfo caller) throws Exception {
        String stream = "workspace:" + BuiltIn.SYSTEM;
        admission.admit(caller, command, Mode.EXCLUSIVE, stream);
        GroupFact administrators =
                workspaces
                        .create(new CreateWorkspace(BuiltIn.SYSTEM, "System"))
                        .get(BuiltIn.ADMINISTRATORS);
        return users.createWithKey(
                administrator(command, Objects.requireNonNull(administrators)),
                administrators,
                new GenerateApiKey(
                        BuiltIn.SYSTEM,
                        command.administrator(),
                        command.keyId(),
                        "bootstrap",
                        command.secretHash(),
                        null));
    }

    private static CreateServiceUser administrator(Bootstrap command, GroupFact administrators) {
        return new CreateServiceUser(
                BuiltIn.SYSTEM,
                command.administrator(),
                new ServiceUserDetails(
                        USERNAME,
                        "For the first start and for breaking glass",
                        null,
                        Map.of(),
                        null),
                List.of(administrators.id()),
                List.of(),
                List.of());
    }
}
