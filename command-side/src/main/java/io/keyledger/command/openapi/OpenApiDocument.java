package io.keyledger.command.openapi;

import io.keyledger.command.api.WantedRoute;
import io.keyledger.command.rule.Fields;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The routes that a document describes, each with what it requires. */
public final class OpenApiDocument {

    /** Most operations of a document. */
    public static final int OPERATIONS = 2_000;

    private static final String SERVERS = "servers";
    private static final Set<String> METHODS =
            new TreeSet<>(
                    Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace"));

    private final Map<?, ?> root;
    private final Requirement requirement;
    private final String prefix;
    private final boolean prefixGiven;
    private final List<WantedRoute> routes = new ArrayList<>();

    private OpenApiDocument(
            Map<?, ?> root, @Nullable String prefix, @Nullable String permissionPrefix) {
        this.root = root;
        this.prefixGiven = prefix != null;
        this.prefix = BasePath.of(root, prefix);
        this.requirement = Requirement.ofDocument(root, permissionPrefix);
    }

    /**
     * Reads a document.
     *
     * @param prefix put before each path instead of the base path that the document names
     * @param permissionPrefix resource of the permission, {@code view} for GET and {@code manage}
     *     else, that operations require for which the document says none
     */
    public static List<WantedRoute> routes(
            byte[] document,
            boolean yaml,
            @Nullable String prefix,
            @Nullable String permissionPrefix) {
        Map<?, ?> root = DocumentText.read(document, yaml);
        mustBeKnown(root);
        return new OpenApiDocument(root, prefix, permissionPrefix).read();
    }

    private static void mustBeKnown(Map<?, ?> root) {
        String version =
                Objects.toString(
                        root.containsKey("openapi") ? root.get("openapi") : root.get("swagger"));
        if (!version.matches("3\\.[01](\\.\\d+)?|2\\.0")) {
            throw Fields.invalid("body", "must be an OpenAPI document of version 3.0, 3.1 or 2.0");
        }
    }

    private List<WantedRoute> read() {
        if (!(root.get("paths") instanceof Map<?, ?> paths)) {
            throw Fields.invalid("body", "must have paths");
        }
        paths.forEach((path, item) -> path(String.valueOf(path), item));
        return routes;
    }

    private void path(String path, @Nullable Object item) {
        if (path.startsWith("x-")) {
            return;
        }
        if (!(item instanceof Map<?, ?> operations)) {
            add(WantedRoute.unsupported("*", prefix + path, "the path is no object"));
        } else if (operations.containsKey("$ref")) {
            add(
                    WantedRoute.unsupported(
                            "*", prefix + path, "the path is a reference, and none is followed"));
        } else {
            METHODS.stream()
                    .filter(operations::containsKey)
                    .forEach(method -> operation(path, method, operations));
        }
    }

    private void operation(String path, String method, Map<?, ?> item) {
        String asked = method.toUpperCase(Locale.ROOT);
        String full = prefix.isEmpty() || !path.equals("/") ? prefix + path : prefix;
        if (!(item.get(method) instanceof Map<?, ?> operation)) {
            add(WantedRoute.unsupported(asked, full, "the operation is no object"));
        } else if (asked.equals("HEAD")) {
            add(WantedRoute.unsupported(asked, full, "HEAD counts as GET"));
        } else if (!prefixGiven && (item.containsKey(SERVERS) || operation.containsKey(SERVERS))) {
            add(WantedRoute.unsupported(asked, full, "it has servers of its own; give the prefix"));
        } else {
            Requirement own = requirement.within(item).within(operation);
            add(new WantedRoute(asked, full, own.permission(asked), own.open(), null));
        }
    }

    private void add(WantedRoute route) {
        if (routes.size() >= OPERATIONS) {
            throw Fields.invalid("body", "must have at most " + OPERATIONS + " operations");
        }
        routes.add(route);
    }
}
