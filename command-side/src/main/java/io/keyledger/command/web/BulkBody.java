package io.keyledger.command.web;

import io.keyledger.command.rule.Fields;
import io.keyledger.command.serviceuser.ServiceUserCommand;
import io.keyledger.command.serviceuser.ServiceUserCommand.AssignGroup;
import io.keyledger.command.serviceuser.ServiceUserCommand.AssignRole;
import io.keyledger.command.serviceuser.ServiceUserCommand.DeleteServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.DisableServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.EnableServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.UnassignGroup;
import io.keyledger.command.serviceuser.ServiceUserCommand.UnassignRole;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * One thing to do to many service users.
 *
 * @param group that is assigned or unassigned, if one is
 * @param role that is assigned or unassigned, if one is
 */
record BulkBody(
        @Nullable
                @Schema(
                        allowableValues = {
                            "disable",
                            "enable",
                            "delete",
                            "assign-group",
                            "unassign-group",
                            "assign-role",
                            "unassign-role"
                        })
                String action,
        @Nullable @ArraySchema(minItems = 1, maxItems = MOST) List<@Nullable String> ids,
        @Nullable UUID group,
        @Nullable UUID role) {

    static final int MOST = 500;

    /** Makes the command to one service user. */
    Function<UUID, ServiceUserCommand> commands(String ws) {
        if (group != null && !takes("-group")) {
            throw Fields.invalid("group", "must be given with assign-group or unassign-group");
        }
        if (role != null && !takes("-role")) {
            throw Fields.invalid("role", "must be given with assign-role or unassign-role");
        }
        return switch (action) {
            case "disable" -> id -> new DisableServiceUser(ws, id, null);
            case "enable" -> id -> new EnableServiceUser(ws, id, null);
            case "delete" -> id -> new DeleteServiceUser(ws, id, null);
            case "assign-group" -> with("group", group, (id, it) -> new AssignGroup(ws, id, it));
            case "unassign-group" ->
                    with("group", group, (id, it) -> new UnassignGroup(ws, id, it));
            case "assign-role" -> with("role", role, (id, it) -> new AssignRole(ws, id, it));
            case "unassign-role" -> with("role", role, (id, it) -> new UnassignRole(ws, id, it));
            case null, default ->
                    throw Fields.invalid(
                            "action",
                            "must be disable, enable, delete, assign-group, unassign-group,"
                                    + " assign-role or unassign-role");
        };
    }

    /** Each once, in the order given. */
    List<String> distinctIds() {
        if (ids == null || ids.isEmpty() || ids.size() > MOST) {
            throw Fields.invalid("ids", "must be from 1 to " + MOST);
        }
        Set<String> distinct = new LinkedHashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            if (id == null) {
                throw Fields.invalid("ids[" + i + "]", "must be an id");
            }
            distinct.add(id);
        }
        return List.copyOf(distinct);
    }

    private boolean takes(String what) {
        return action != null && action.endsWith(what);
    }

    private static Function<UUID, ServiceUserCommand> with(
            String field, @Nullable UUID value, Assigning assigning) {
        if (value == null) {
            throw Fields.invalid(field, "must be given with this action");
        }
        return id -> assigning.command(id, value);
    }

    private interface Assigning {

        ServiceUserCommand command(UUID serviceUser, UUID assigned);
    }
}
