package io.keyledger.query.reach;

import io.keyledger.access.web.Requires;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.current.Kind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom a change would reach, for whoever is about to make it. */
@RestController
@RequestMapping("/api/v1/workspaces/{ws}")
@Tag(name = "Permissions")
class ReachController {

    private final Reaches reaches;

    ReachController(Reaches reaches) {
        this.reaches = reaches;
    }

    @GetMapping("/groups/{id}/reach")
    @Requires("service-users:view")
    @ReadsView("directory")
    @Operation(
            summary =
                    "How many service users, enabled and not expired, are in a user group, and how"
                            + " many usable keys they have")
    ReachView ofUserGroup(@PathVariable String ws, @PathVariable String id) {
        return reaches.of(Kind.USER_GROUP, Reaches.GROUP, ws, id);
    }

    @GetMapping("/roles/{id}/reach")
    @Requires("service-users:view")
    @ReadsView("directory")
    @Operation(
            summary =
                    "How many service users, enabled and not expired, have a role, themselves, by a"
                            + " group or by an enabled policy, and how many usable keys they have")
    ReachView ofRole(@PathVariable String ws, @PathVariable String id) {
        return reaches.of(Kind.ROLE, Reaches.ROLE, ws, id);
    }

    @GetMapping("/policies/{id}/reach")
    @Requires("service-users:view")
    @ReadsView("directory")
    @Operation(
            summary =
                    "How many service users, enabled and not expired, a security policy reaches,"
                            + " and how many usable keys they have")
    ReachView ofSecurityPolicy(@PathVariable String ws, @PathVariable String id) {
        return reaches.of(Kind.SECURITY_POLICY, Reaches.POLICY, ws, id);
    }
}
