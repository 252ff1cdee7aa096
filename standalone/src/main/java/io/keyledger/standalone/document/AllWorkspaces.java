package io.keyledger.standalone.document;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;

/**
 * A handler of two paths, of which one names no workspace: there it is about all that the caller
 * may see, takes no {@code ws} and asks for its permission in the caller's own workspace.
 */
final class AllWorkspaces {

    private static final String WORKSPACE = "ws";

    private AllWorkspaces() {}

    static void describeIn(OpenAPI document) {
        document.getPaths().forEach(AllWorkspaces::describe);
    }

    private static void describe(String path, PathItem item) {
        if (path.contains("{" + WORKSPACE + "}")) {
            return;
        }
        item.readOperations().stream()
                .filter(each -> Handlers.PATH.equals(each.getExtensions().get(Handlers.SCOPE)))
                .forEach(each -> describe(path, each));
    }

    private static void describe(String path, Operation operation) {
        String id = operation.getOperationId().replaceFirst("_\\d+$", "");
        operation.setOperationId(id + "OfAll");
        operation.setDescription(
                operation.getDescription().replace(Handlers.IN_THIS_WORKSPACE, Handlers.IN_OWN));
        operation.addExtension(Handlers.SCOPE, Handlers.OWN);
        operation.getParameters().removeIf(each -> WORKSPACE.equals(each.getName()));
        if (!path.contains("{")) {
            operation.getResponses().remove(Refusals.NOT_FOUND.status());
        }
    }
}
