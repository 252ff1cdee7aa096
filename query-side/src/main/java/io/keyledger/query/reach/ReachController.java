package io.keyledger.query.reach;

import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.reach.Edits.GroupEdit;
import io.keyledger.query.reach.Edits.PolicyEdit;
import io.keyledger.query.reach.Edits.RoleEdit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom a change would reach, for whoever is about to make it. */
@RestController
@RequestMapping("/api/v1/workspaces/{ws}")
@Tag(name = "Permissions")
class ReachController {

    private static final String BOUND =
            "Of the first 1,000 service users and the first 1,000 people that it reaches, by name."
                    + " Who has a permission by something else, too, keeps it; a grant for other"
                    + " resources counts as none.";

    private final Reaches reaches;
    private final Changes changes;
    private final Losses losses;

    ReachController(Reaches reaches, Changes changes, Losses losses) {
        this.reaches = reaches;
        this.changes = changes;
        this.losses = losses;
    }

    @GetMapping("/groups/{id}/reach")
    @Requires("service-users:view")
    @ReadsView({"directory", "people"})
    @Operation(
            summary =
                    "How many service users, enabled and not expired, are in a user group, how many"
                            + " usable keys they have, and how many people are in it; and the first"
                            + " of both by name")
    ReachView ofUserGroup(@PathVariable String ws, @PathVariable String id) {
        return reaches.of(Reaching.GROUP, ws, id);
    }

    @GetMapping("/roles/{id}/reach")
    @Requires("service-users:view")
    @ReadsView({"directory", "people"})
    @Operation(
            summary =
                    "How many service users, enabled and not expired, have a role, themselves, by a"
                            + " group or by an enabled policy, how many usable keys they have, and how"
                            + " many people have it by a group; and the first of both by name")
    ReachView ofRole(@PathVariable String ws, @PathVariable String id) {
        return reaches.of(Reaching.ROLE, ws, id);
    }

    @GetMapping("/policies/{id}/reach")
    @Requires("service-users:view")
    @ReadsView({"directory", "people"})
    @Operation(
            summary =
                    "How many service users, enabled and not expired, a security policy reaches, how"
                            + " many usable keys they have, and how many people it reaches by their"
                            + " groups; and the first of both by name")
    ReachView ofSecurityPolicy(@PathVariable String ws, @PathVariable String id) {
        return reaches.of(Reaching.POLICY, ws, id);
    }

    @PostMapping("/groups/{id}/losses")
    @Requires("service-users:view")
    @ReadsView({"directory", "people"})
    @Operation(
            summary =
                    "Which permissions an edit of a user group would take, and from how many in"
                            + " effect; nothing is changed",
            description = BOUND)
    LossesView lossesOfGroupEdit(
            @PathVariable String ws, @PathVariable String id, @RequestBody GroupEdit edit) {
        return losses.of(changes.of(ws, id, edit), ws);
    }

    @PostMapping("/roles/{id}/losses")
    @Requires("service-users:view")
    @ReadsView({"directory", "people"})
    @Operation(
            summary =
                    "Which permissions an edit of a role would take, and from how many in effect;"
                            + " nothing is changed",
            description = BOUND)
    LossesView lossesOfRoleEdit(
            @PathVariable String ws, @PathVariable String id, @RequestBody RoleEdit edit) {
        return losses.of(changes.of(ws, id, edit), ws);
    }

    @PostMapping("/policies/{id}/losses")
    @Requires("service-users:view")
    @ReadsView({"directory", "people"})
    @Operation(
            summary =
                    "Which permissions an edit of a security policy would take, and from how many in"
                            + " effect; nothing is changed",
            description = BOUND)
    LossesView lossesOfPolicyEdit(
            @PathVariable String ws, @PathVariable String id, @RequestBody PolicyEdit edit) {
        return losses.of(changes.of(ws, id, edit), ws);
    }
}
