package io.keyledger.command.upgrade;

import io.keyledger.command.grant.Admission;
import io.keyledger.command.grant.Grantor;
import io.keyledger.command.platform.CallerInfo;
import io.keyledger.command.platform.Decided;
import io.keyledger.command.platform.DecisionLocks.Mode;
import io.keyledger.command.platform.HandlesCommands;
import io.keyledger.command.policy.SecurityPolicyCommands;
import io.keyledger.command.role.RoleCommands;
import io.keyledger.command.workspace.BuiltInPolicy;
import io.keyledger.shared.id.IdGenerator;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.stereotype.Component;

/** Carries out the upgrade of one workspace in one transaction. */
@Component
class UpgradeHandler implements HandlesCommands {

    private final Admission admission;
    private final BuiltInReader reader;
    private final RoleCommands roles;
    private final SecurityPolicyCommands policies;
    private final IdGenerator ids;

    UpgradeHandler(
            Admission admission,
            BuiltInReader reader,
            RoleCommands roles,
            SecurityPolicyCommands policies,
            IdGenerator ids) {
        this.admission = admission;
        this.reader = reader;
        this.roles = roles;
        this.policies = policies;
        this.ids = ids;
    }

    @CommandHandler
    Decided handle(UpgradeWorkspace command, @MetaDataValue("caller") CallerInfo caller)
            throws Exception {
        String stream = "workspace:" + command.workspace();
        Grantor grantor = admission.admit(caller, command, Mode.EXCLUSIVE, stream);
        reader.roles(command.workspace()).forEach(roles::upgrade);
        for (BuiltInPolicy policy : reader.policies(command.workspace())) {
            policies.create(policy.creation(command.workspace(), ids.next()), grantor);
        }
        return new Decided(stream, 0, null);
    }
}
