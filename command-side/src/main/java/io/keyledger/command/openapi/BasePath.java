package io.keyledger.command.openapi;

import io.keyledger.command.rule.Fields;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The path that all of a document's servers put before its paths, without a slash at the end. */
final class BasePath {

    private static final String FIELD = "prefix";

    private BasePath() {}

    static String of(Map<?, ?> root, @Nullable String given) {
        if (given != null) {
            return withoutSlash(given);
        }
        if (root.get("basePath") instanceof String basePath) {
            return withoutSlash(basePath);
        }
        if (!(root.get("servers") instanceof List<?> servers)) {
            return "";
        }
        List<String> paths = servers.stream().map(BasePath::ofServer).distinct().toList();
        if (paths.size() > 1) {
            throw Fields.invalid(FIELD, "must be given, since the servers have several base paths");
        }
        return paths.isEmpty() ? "" : paths.getFirst();
    }

    private static String ofServer(@Nullable Object server) {
        String url = server instanceof Map<?, ?> map ? Objects.toString(map.get("url"), "") : "";
        try {
            return withoutSlash(Objects.toString(URI.create(url).getRawPath(), ""));
        } catch (IllegalArgumentException _) {
            throw Fields.invalid(FIELD, "must be given, since a server's URL has variables");
        }
    }

    private static String withoutSlash(String path) {
        String base = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (!base.isEmpty() && !base.startsWith("/")) {
            throw Fields.invalid(FIELD, "must start with a slash");
        }
        return base;
    }
}
