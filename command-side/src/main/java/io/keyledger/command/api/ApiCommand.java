package io.keyledger.command.api;

import io.keyledger.command.grant.GuardedCommand;
import io.keyledger.command.rule.ExpectedVersions;
import io.keyledger.command.rule.Fields;
import io.keyledger.command.rule.Patch;
import io.keyledger.shared.event.ApiDetails;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** What can be asked of an API and of its routes. */
public sealed interface ApiCommand extends GuardedCommand {

    @Override
    default String requiredPermission() {
        return "routes:manage";
    }

    /** The versions of the API that the command may be based on, if it says. */
    default @Nullable ExpectedVersions expectedVersion() {
        return null;
    }

    /** Put an API into the catalogue, without routes. */
    record CreateApi(String workspace, UUID apiId, ApiDetails details) implements ApiCommand {

        public static CreateApi of(
                String workspace,
                UUID apiId,
                @Nullable String name,
                @Nullable String description,
                List<String> hosts) {
            return new CreateApi(
                    workspace,
                    apiId,
                    new ApiDetails(
                            Fields.name("name", name),
                            Fields.description("description", description),
                            HostNames.read("hosts", hosts)));
        }
    }

    /** Change name, description or host names of an API; what is null stays. */
    record EditApi(
            String workspace,
            UUID apiId,
            @Nullable String name,
            @Nullable String description,
            @Nullable List<String> hosts,
            @Nullable ExpectedVersions expectedVersion)
            implements ApiCommand {

        public EditApi {
            name = name == null ? null : Fields.name("name", name);
            description =
                    description == null ? null : Fields.description("description", description);
            hosts = hosts == null ? null : HostNames.read("hosts", hosts);
        }
    }

    /** Delete an API that has no routes. */
    record DeleteApi(String workspace, UUID apiId, @Nullable ExpectedVersions expectedVersion)
            implements ApiCommand {}

    /**
     * Add a route to an API.
     *
     * @param api the API's id or name
     */
    record AddRoute(
            String workspace,
            String api,
            UUID routeId,
            RouteForm form,
            @Nullable ExpectedVersions expectedVersion)
            implements ApiCommand {}

    /** Change a route; what is null or not present stays. */
    record EditRoute(
            String workspace,
            UUID routeId,
            @Nullable String method,
            @Nullable String path,
            @Nullable String permission,
            @Nullable Boolean open,
            Patch<String> resourceType,
            Patch<String> resourceId,
            @Nullable ExpectedVersions expectedVersion)
            implements ApiCommand {}

    /** Remove a route. */
    record RemoveRoute(String workspace, UUID routeId, @Nullable ExpectedVersions expectedVersion)
            implements ApiCommand {}

    /**
     * Say what it takes to make an API's routes those of a document, or do exactly that.
     *
     * @param prune whether routes that the document does not have are removed
     * @param apply whether it is done, all of it or nothing
     */
    record ImportRoutes(
            String workspace,
            UUID apiId,
            List<WantedRoute> wanted,
            boolean prune,
            boolean apply,
            @Nullable ExpectedVersions expectedVersion)
            implements ApiCommand {

        public ImportRoutes {
            wanted = List.copyOf(wanted);
        }
    }
}
