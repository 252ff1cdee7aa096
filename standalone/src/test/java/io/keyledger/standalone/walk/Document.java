package io.keyledger.standalone.walk;

import io.keyledger.standalone.journey.Api;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The OpenAPI document of a running process. */
final class Document {

    private final JsonNode root;
    private static final String API = "/api/";

    private final List<Operation> operations = new ArrayList<>();

    private Document(JsonNode root) {
        this.root = root;
        root.get("paths")
                .forEachEntry(
                        (path, item) -> {
                            if (path.startsWith(API)) {
                                item.forEachEntry(
                                        (method, node) ->
                                                operations.add(
                                                        Operation.of(this, method, path, node)));
                            }
                        });
    }

    static Document of(Api api) {
        return new Document(api.get("/openapi.json").mustBe(200).json());
    }

    JsonNode root() {
        return root;
    }

    /** Those of the API itself; gateways and resource servers ask by protocols of their own. */
    List<Operation> operations() {
        return Collections.unmodifiableList(operations);
    }

    boolean has(String method, String path) {
        return root.get("paths").path(path).has(method);
    }

    /** The node itself, or what it refers to. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asString().substring(1)) : node;
    }
}
