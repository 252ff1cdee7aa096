package io.keyledger.command.serviceuser;

import io.keyledger.command.platform.CallerInfo;
import io.keyledger.command.platform.Decided;
import io.keyledger.command.platform.HandlesCommands;
import io.keyledger.command.serviceuser.ServiceUserCommand.AssignGroup;
import io.keyledger.command.serviceuser.ServiceUserCommand.AssignRole;
import io.keyledger.command.serviceuser.ServiceUserCommand.AttachSecurityPolicy;
import io.keyledger.command.serviceuser.ServiceUserCommand.CreateServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.DeleteApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.DeleteServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.DetachSecurityPolicy;
import io.keyledger.command.serviceuser.ServiceUserCommand.DisableApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.DisableServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.EditServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.EnableApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.EnableServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.GenerateApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.RegenerateSecret;
import io.keyledger.command.serviceuser.ServiceUserCommand.RenameApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.UnassignGroup;
import io.keyledger.command.serviceuser.ServiceUserCommand.UnassignRole;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.stereotype.Component;

/** Takes commands to service users to where they are carried out. */
@Component
class ServiceUserCommands implements HandlesCommands {

    private final ServiceUserDesk desk;

    ServiceUserCommands(ServiceUserDesk desk) {
        this.desk = desk;
    }

    @CommandHandler
    Decided handle(CreateServiceUser command, @MetaDataValue("caller") CallerInfo caller)
            throws Exception {
        return desk.create(command, caller);
    }

    @CommandHandler
    Decided handle(EditServiceUser command, @MetaDataValue("caller") CallerInfo caller) {
        return desk.change(command, caller);
    }

    @CommandHandler
    Decided handle(AssignGroup command, @MetaDataValue("caller") CallerInfo caller) {
        return desk.change(command, caller);
    }

    @CommandHandler
    Decided handle(UnassignGroup command, @MetaDataValue("caller") CallerInfo caller) {
        return desk.change(command, caller);
    }

    @CommandHandler
    Decided handle(AssignRole command, @MetaDataValue("caller") CallerInfo caller) {
        return desk.change(command, caller);
    }

    @CommandHandler
    Decided handle(UnassignRole command, @MetaDataValue("caller") CallerInfo caller) {
        return desk.change(command, caller);
    }

    @CommandHandler
    Decided handle(AttachSecurityPolicy command, @MetaDataValue("caller") CallerInfo caller) {
        return desk.change(command, caller);
    }

    @CommandHandler
    Decided handle(DetachSecurityPolicy command, @MetaDataValue("caller") CallerInfo caller) {
        return desk.change(command, caller);
    }

    @CommandHandler
    Decided handle(DisableServiceUser command, @MetaDataValue("caller") CallerInfo caller) {
        return desk.change(command, caller);
    }

    @CommandHandler
    Decided handle(EnableServiceUser command, @MetaDataValue("caller") CallerInfo caller) {
        return desk.change(command, caller);
    }

    @CommandHandler
    Decided handle(DeleteServiceUser command, @MetaDataValue("caller") CallerInfo caller) {
        return desk.change(command, caller);
    }

    @CommandHandler
    Decided handle(GenerateApiKey command, @MetaDataValue("caller") CallerInfo caller) {
        return desk.change(command, caller);
    }

    @CommandHandler
    Decided handle(RegenerateSecret command, @MetaDataValue("caller") CallerInfo caller) {
        return desk.change(command, caller);
    }

    @CommandHandler
    Decided handle(RenameApiKey command, @MetaDataValue("caller") CallerInfo caller) {
        return desk.change(command, caller);
    }

    @CommandHandler
    Decided handle(DisableApiKey command, @MetaDataValue("caller") CallerInfo caller) {
        return desk.change(command, caller);
    }

    @CommandHandler
    Decided handle(EnableApiKey command, @MetaDataValue("caller") CallerInfo caller) {
        return desk.change(command, caller);
    }

    @CommandHandler
    Decided handle(DeleteApiKey command, @MetaDataValue("caller") CallerInfo caller) {
        return desk.change(command, caller);
    }
}
