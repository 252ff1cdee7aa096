package io.keyledger.console.bulk;

import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.edit.Compared;
import io.keyledger.console.page.Typed;
import io.keyledger.console.serviceuser.Row;

import java.util.List;
import java.util.UUID;

/**
 * What a step would change of a service user.
 *
 * @param same whether it changes nothing
 * @param permissions that come and go with it, as roles hold them
 */
record BulkLine(ServiceUser user, String status, boolean same, Compared permissions) {

    static BulkLine of(ServiceUser user, BulkStep step, Directory directory) {
        List<UUID> roles = Typed.orNone(user.roles());
        List<UUID> policies = Typed.orNone(user.policies());
        return new BulkLine(
                user,
                Row.statusOf(user),
                step.isSo(user),
                Compared.of(
                        directory,
                        directory.permissions(Typed.orNone(user.groups()), roles, policies),
                        directory.permissions(step.groupsAfter(user), roles, policies)));
    }

    /** The service user, and what of it was looked at. */
    public String chosen() {
        return new Chosen(user.id(), user.version()).text();
    }
}
