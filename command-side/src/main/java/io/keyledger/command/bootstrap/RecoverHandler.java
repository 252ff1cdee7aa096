package io.keyledger.command.bootstrap;

import io.keyledger.command.grant.AccessFacts;
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
import io.keyledger.shared.event.ServiceUserDetails;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/** Carries out the recovery of an administrator in one transaction. */
@Component
class RecoverHandler implements HandlesCommands {

    private final Admission admission;
    private final AccessFacts facts;
    private final ServiceUserDesk users;

    RecoverHandler(Admission admission, AccessFacts facts, ServiceUserDesk users) {
        this.admission = admission;
        this.facts = facts;
        this.users = users;
    }

    @CommandHandler
    Decided handle(Recover command, @MetaDataValue("caller") CallerInfo caller) throws Exception {
        admission.admit(caller, command, Mode.SHARED, command.administrator().toString());
        GroupFact administrators =
                facts.builtInGroup(BuiltIn.SYSTEM, BuiltIn.ADMINISTRATORS).orElseThrow();
        return users.createWithKey(
                administrator(command, administrators),
                administrators,
                new GenerateApiKey(
                        BuiltIn.SYSTEM,
                        command.administrator(),
                        command.keyId(),
                        "recovery",
                        command.secretHash(),
                        null));
    }

    private static CreateServiceUser administrator(Recover command, GroupFact administrators) {
        return new CreateServiceUser(
                BuiltIn.SYSTEM,
                command.administrator(),
                new ServiceUserDetails(
                        command.username(),
                        "Made by recover-admin, when nobody could get in",
                        null,
                        Map.of(),
                        null),
                List.of(administrators.id()),
                List.of(),
                List.of());
    }
}
