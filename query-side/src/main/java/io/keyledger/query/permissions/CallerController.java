package io.keyledger.query.permissions;

import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.access.web.Scope;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.current.DirectoryAt;
import io.keyledger.query.current.Named;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** Who is asking, and what it may do, for programs that show only what their user may do. */
@RestController
@RequestMapping("/api/v1/caller")
@Tag(name = "Permissions")
class CallerController {

    /**
     * The service user whose key was shown.
     *
     * @param workspace its own; permissions of {@code system} hold in all
     * @param permissions as its roles hold them, some of them patterns
     */
    record CallerView(String workspace, Named serviceUser, String keyId, List<String> permissions) {

        CallerView {
            permissions = List.copyOf(permissions);
        }
    }

    private final EffectivePermissions permissions;
    private final DirectoryAt directory;

    CallerController(EffectivePermissions permissions, DirectoryAt directory) {
        this.permissions = permissions;
        this.directory = directory;
    }

    @GetMapping
    @Requires(value = "workspaces:view", in = Scope.OWN)
    @ReadsView("directory")
    @Operation(summary = "Who the caller is, and what it may do now")
    CallerView get(Caller caller) {
        String id = caller.serviceUserId().toString();
        PermissionsView held =
                permissions.of(Bearer.SERVICE_USER, caller.workspace(), id, directory.of(null));
        return new CallerView(
                caller.workspace(),
                new Named(caller.serviceUserId(), caller.username()),
                caller.keyId(),
                held.items().stream().map(EffectivePermission::permission).toList());
    }
}
