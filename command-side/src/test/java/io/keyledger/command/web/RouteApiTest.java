package io.keyledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.testing.Answer;
import io.keyledger.command.testing.CommandNode;
import io.keyledger.command.testing.TestWorkspace;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;

class RouteApiTest {

    private static ScratchDatabase database;
    private static CommandNode node;

    private TestWorkspace acme;
    private String api;

    @BeforeAll
    static void start(@TempDir Path data) {
        database = ScratchDatabase.create();
        node = CommandNode.start(database, data);
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
    }

    @BeforeEach
    void anApi() {
        acme = TestWorkspace.create(node.api(), database);
        api = createApi("catalog", "catalog.example.com").expect(201).id();
    }

    @Test
    void anApiIsCreatedEditedAndDeleted() {
        Answer edited =
                acme.api()
                        .patch(
                                path("/apis/" + api),
                                "{\"hosts\": [\"Assets.example.com\"]}",
                                "If-Match",
                                "\"0\"")
                        .expect(200);
        assertThat(edited.etag()).isEqualTo("\"1\"");
        assertThat(edited.header("Consistency-Token")).isNotNull();
        acme.api()
                .delete(path("/apis/" + api), "If-Match", "\"0\"")
                .expectProblem(412, "stale-version");
        acme.api().delete(path("/apis/" + api)).expect(204);
        acme.api().delete(path("/apis/" + api)).expectProblem(404, "unknown-api");
        createApi("Catalog", "assets.example.com").expect(201);
    }

    @Test
    void namesAndHostsAreUniqueInTheWorkspace() {
        createApi("CATALOG", "other.example.com").expectProblem(409, "api-name-taken");
        createApi("other", "Catalog.example.com").expectProblem(409, "host-taken");
        TestWorkspace other = TestWorkspace.create(node.api(), database);
        other.api()
                .post(
                        other.path("/apis"),
                        "{\"name\": \"catalog\", \"hosts\": [\"catalog.example.com\"]}")
                .expect(201);
        other.api().post(other.path("/routes"), route("GET", "/v1", "\"a:view\"")).expect(201);
        other.api().delete(other.path("/apis/" + api)).expectProblem(404, "unknown-api");
    }

    @Test
    void aRouteIsAddedChangedAndRemoved() {
        Answer added = add("GET", "/v1/assets/{id}", "\"catalog.assets:view\"").expect(201);
        assertThat(added.text("api")).isEqualTo(api);
        assertThat(added.json().get("public").asBoolean()).isFalse();
        assertThat(added.etag()).isEqualTo("\"1\"");
        String route = path("/routes/" + added.id());

        acme.api()
                .patch(route, "{\"resourceType\": \"asset\", \"resourceId\": \"id\"}")
                .expect(200);
        acme.api().patch(route, "{\"public\": true}", "If-Match", "\"2\"").expect(200);
        acme.api().patch(route, "{\"public\": false}").expectProblem(400, "invalid-value");
        acme.api().patch(route, "{\"permission\": \"a:view\"}").expect(200);
        acme.api().delete(path("/apis/" + api)).expectProblem(409, "api-in-use");
        acme.api().delete(route).expect(204);
        acme.api().delete(route).expectProblem(404, "unknown-route");
        assertThat(acme.events("api.ApiRouteChanged")).isEqualTo(3);
    }

    @Test
    void anEquallyGoodRouteIsRefusedAndNamesTheOther() {
        add("GET", "/v1/{a}/new", "\"a:view\"").expect(201);
        Answer refused =
                add("GET", "/v1/old/{b}", "\"a:view\"").expectProblem(409, "ambiguous-route");
        assertThat(refused.text("detail")).contains("GET /v1/{a}/new");
        assertThat(refused.text("field")).isEqualTo("path");
    }

    @Test
    void nobodyOpensWithARouteWhatHeDoesNotHold() {
        String role = acme.role("router", "routes:manage", "a:view");
        String user = acme.newUser("router", acme.group("routers", role));
        TestWorkspace router = acme.as(acme.key(user, "first"));
        String manage = add("GET", "/v1/{x}", "\"a:manage\"").expect(201).id();

        assertRefused(router, "POST", "/v1", "\"a:manage\"");
        assertRefused(router, "GET", "/v1/x", "\"a:view\"");
        assertRefused(router, "GET", "/open", "null, \"public\": true");
        router.api()
                .patch(path("/routes/" + manage), "{\"permission\": \"a:view\"}")
                .expectProblem(403, "permission-not-held");
        router.api().delete(path("/routes/" + manage)).expectProblem(403, "permission-not-held");
        router.api()
                .patch(path("/apis/" + api), "{\"hosts\": []}")
                .expectProblem(403, "permission-not-held");
        router.api().post(path("/routes"), route("POST", "/v1", "\"a:view\"")).expect(201);
        add("GET", "/v2", "\"workspace.ownership:delete\"").expectProblem(403, "owner-only");
    }

    @Test
    void managingRoutesNeedsThePermission() {
        String user = acme.newUser("viewer", acme.builtInGroup("viewers"));
        TestWorkspace viewer = acme.as(acme.key(user, "first"));
        viewer.api()
                .post(path("/routes"), route("GET", "/v1", "\"a:view\""))
                .expectProblem(403, "permission-denied");
    }

    @Test
    void aPlanChangesNothingAndApplyingItDoesExactlyThat() {
        add("GET", "/v1/assets", "\"a:view\"").expect(201);
        add("POST", "/v1/assets", "\"a:view\"").expect(201);
        add("GET", "/v1/gone", "\"a:view\"").expect(201);
        String document =
                """
                openapi: 3.1.0
                paths:
                  /v1/assets:
                    x-keyledger-permission: a:view
                    get: {}
                    post: {x-keyledger-permission: 'a:manage'}
                    delete: {x-keyledger-permission: 'a:manage'}
                """;

        Answer plan = imported("?prune=true", document, "application/yaml").expect(200);
        assertThat(plan.json().get("counts").toString())
                .isEqualTo("{\"add\":1,\"change\":1,\"remove\":1,\"unchanged\":1}");
        assertThat(plan.etag()).isEqualTo("\"3\"");
        assertThat(acme.events("api.ApiRouteAdded")).isEqualTo(3);

        imported("?prune=true&apply=true", document, "application/yaml")
                .expectProblem(400, "invalid-value");
        imported("?prune=true&apply=true&basedOn=2", document, "application/yaml")
                .expectProblem(412, "stale-version");
        Answer done =
                imported("?prune=true&apply=true&basedOn=3", document, "application/yaml")
                        .expect(200);
        assertThat(done.json().get("operations")).isEqualTo(withIds(plan, done));
        assertThat(done.etag()).isEqualTo("\"6\"");
        Answer again = imported("?prune=true", document, "application/yaml").expect(200);
        assertThat(again.json().get("counts").toString()).isEqualTo("{\"unchanged\":3}");
    }

    @Test
    void anImportWithAConflictIsRefusedWhole() {
        String document =
                """
                {"openapi": "3.0.3", "paths": {
                  "/v1/{a}": {"get": {"x-keyledger-permission": "a:view"}},
                  "/v1/{b}": {"get": {"x-keyledger-permission": "a:view"}},
                  "/v1/owners": {"get": {"x-keyledger-permission": "workspace.ownership:delete"}},
                  "/v1/mute": {"get": {}}}}""";
        Answer plan = imported("", document, "application/openapi+json").expect(200);
        assertThat(plan.json().get("counts").toString()).isEqualTo("{\"add\":1,\"conflict\":3}");
        assertThat(plan.body()).contains("ambiguous-route", "owner-only", "invalid-value");

        imported("?apply=true&basedOn=0", document, "application/json")
                .expectProblem(409, "ambiguous-route");
        assertThat(acme.events("api.ApiRouteAdded")).isZero();
    }

    @Test
    void onlyDocumentsOfOneMebibyteAreRead() {
        imported("", "x", "text/plain").expectProblem(415, "unsupported-media-type");
        imported("", "{\"openapi\": \"3.0.0\"," + " ".repeat(1 << 20) + "}", "application/json")
                .expect(413);
        imported("", "a: &a [b]\nopenapi: 3.0.0\npaths: *a", "application/yaml")
                .expectProblem(400, "invalid-value");
    }

    /** The plan, with the ids that its additions got. */
    private static Object withIds(Answer plan, Answer done) {
        var operations = plan.json().get("operations").deepCopy();
        for (int i = 0; i < operations.size(); i++) {
            ((ObjectNode) operations.get(i))
                    .set("id", done.json().get("operations").get(i).get("id"));
        }
        return operations;
    }

    private static void assertRefused(
            TestWorkspace who, String method, String path, String permission) {
        who.api()
                .post(who.path("/routes"), route(method, path, permission))
                .expectProblem(403, "permission-not-held");
    }

    private Answer imported(String query, String document, String contentType) {
        return acme.api()
                .sendAs(contentType, "POST", path("/apis/" + api + ":import" + query), document);
    }

    private Answer createApi(String name, String host) {
        return acme.api()
                .post(
                        path("/apis"),
                        "{\"name\": \"%s\", \"hosts\": [\"%s\"]}".formatted(name, host));
    }

    private Answer add(String method, String path, String permission) {
        return acme.api().post(path("/routes"), route(method, path, permission));
    }

    private static String route(String method, String path, String permission) {
        return "{\"api\": \"Catalog\", \"method\": \"%s\", \"path\": \"%s\", \"permission\": %s}"
                .formatted(method, path, permission);
    }

    private String path(String below) {
        return acme.path(below);
    }
}
