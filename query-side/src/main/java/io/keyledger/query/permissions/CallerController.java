package io.keyledger.query.permissions;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.keyledger.access.check.KeyHolder;
import io.keyledger.access.check.PersonHolder;
import io.keyledger.access.web.Caller;
import io.keyledger.access.web.Requires;
import io.keyledger.access.web.Scope;
import io.keyledger.query.consistency.ReadsView;
import io.keyledger.query.current.DirectoryAt;
import io.keyledger.query.current.Named;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.ArrayList;
import java.util.List;

/** Who is asking, and what it may do, for programs that show only what their user may do. */
@RestController
@RequestMapping("/api/v1/caller")
@Tag(name = "Permissions")
class CallerController {

    /**
     * The service user whose key was shown, or the person whose token.
     *
     * @param workspace its own, or the first of a person's; permissions of {@code system} hold in
     *     all
     * @param permissions as its roles hold them there, some of them patterns
     * @param memberships what it holds in each workspace that it belongs to
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CallerView(
            String workspace,
            @Nullable Named serviceUser,
            @Nullable Named person,
            @Nullable String keyId,
            List<String> permissions,
            List<Membership> memberships) {

        CallerView {
            permissions = List.copyOf(permissions);
            memberships = List.copyOf(memberships);
        }
    }

    /** What a caller holds in one workspace. */
    record Membership(String workspace, List<String> permissions) {

        Membership {
            permissions = List.copyOf(permissions);
        }
    }

    private final EffectivePermissions permissions;
    private final PersonPermissions people;
    private final DirectoryAt directory;

    CallerController(
            EffectivePermissions permissions, PersonPermissions people, DirectoryAt directory) {
        this.permissions = permissions;
        this.people = people;
        this.directory = directory;
    }

    @GetMapping
    @Requires(value = "workspaces:view", in = Scope.OWN)
    @ReadsView("directory")
    @Operation(summary = "Who the caller is, and what it may do now")
    CallerView get(Caller caller) {
        return switch (caller.holder()) {
            case KeyHolder key -> ofKey(key);
            case PersonHolder person -> ofPerson(person);
        };
    }

    private CallerView ofKey(KeyHolder key) {
        String id = key.serviceUserId().toString();
        PermissionsView view =
                permissions.of(Bearer.SERVICE_USER, key.workspace(), id, directory.of(null));
        List<String> held = view.items().stream().map(EffectivePermission::permission).toList();
        return new CallerView(
                key.workspace(),
                new Named(key.serviceUserId(), key.username()),
                null,
                key.keyId(),
                held,
                List.of(new Membership(key.workspace(), held)));
    }

    private CallerView ofPerson(PersonHolder person) {
        List<Membership> memberships = new ArrayList<>();
        people.of(person.id())
                .forEach((workspace, held) -> memberships.add(new Membership(workspace, held)));
        return new CallerView(
                person.workspace(),
                null,
                new Named(person.id(), person.name()),
                null,
                memberships.stream()
                        .filter(it -> it.workspace().equals(person.workspace()))
                        .flatMap(it -> it.permissions().stream())
                        .toList(),
                memberships);
    }
}
