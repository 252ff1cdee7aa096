package io.keyledger.standalone.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.standalone.journey.Api;
import io.keyledger.standalone.journey.Node;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the document says of forward authentication and introspection is what is answered. */
class ProtocolsTest {

    private static final String AUTH = "/auth";
    private static final String INTROSPECT = "/oauth2/introspect";
    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir private static Path data;
    private static ScratchDatabase database;
    private static Node node;
    private static Document document;
    private static String gateway;
    private static String client;

    @BeforeAll
    static void start() throws Exception {
        database = ScratchDatabase.create();
        node = Node.start(database, data);
        Api administrator = node.administrator();
        document = Document.of(administrator);
        administrator
                .post("/api/v1/workspaces", "{\"slug\":\"acme\",\"name\":\"Acme\"}")
                .mustBe(201);
        gateway = Company.keyWith(List.of("checks:perform"), administrator, "system");
        client = Company.keyWith(List.of("catalog:view"), administrator, "acme");
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
    }

    @Test
    void everyAnswerToAGatewayHasTheHeadersThatAreWrittenDown() throws Exception {
        assertThat(auth(gateway, client, "?permission=catalog:view")).isEqualTo(200);
        assertThat(auth(gateway, client, "?permission=catalog:edit")).isEqualTo(403);
        assertThat(auth(gateway, "kl_nonsense", "?permission=catalog:view")).isEqualTo(401);
        assertThat(auth(gateway, "", "?permission=catalog:view")).isEqualTo(401);
        assertThat(auth(client, client, "?permission=catalog:view")).isEqualTo(403);
        assertThat(auth("", client, "?permission=catalog:view")).isEqualTo(403);
        assertThat(auth(gateway, client, "?permission=nonsense")).isEqualTo(403);
        assertThat(auth(gateway, client, "?unknown=x")).isEqualTo(403);
        assertThat(operation(AUTH, "get").get("responses").propertyNames())
                .containsExactlyInAnyOrder("200", "401", "403", "503");
    }

    @Test
    void parametersOfAGatewayAreThoseThatCount() throws Exception {
        Set<String> named = new HashSet<>();
        operation(AUTH, "get")
                .get("parameters")
                .forEach(it -> named.add(it.get("name").asString()));
        assertThat(named)
                .containsExactlyInAnyOrder(
                        "Keyledger-Gateway-Key",
                        "X-Original-Method",
                        "X-Original-URI",
                        "X-Real-IP",
                        "X-Forwarded-Method",
                        "X-Forwarded-Uri",
                        "X-Forwarded-For",
                        "api",
                        "permission");
        HttpResponse<String> noRoute =
                send(
                        request(AUTH)
                                .header("Keyledger-Gateway-Key", gateway)
                                .header("X-API-Key", client)
                                .header("X-Original-Method", "GET")
                                .header("X-Original-URI", "/v1/nothing?x=y")
                                .build());
        assertThat(noRoute.statusCode()).isEqualTo(403);
        assertThat(noRoute.headers().firstValue("Keyledger-Reason")).hasValue("no-route");
    }

    @Test
    void whatIntrospectionAnswersIsWhatIsWrittenDown() throws Exception {
        JsonNode good = introspected(gateway, "token=" + encoded(client), 200);
        assertThat(good.get("active").asBoolean()).isTrue();
        assertThat(good.get("scope").asString()).isEqualTo("catalog:view");
        assertThat(introspected(gateway, "token=kl_nonsense", 200).get("active").asBoolean())
                .isFalse();
        introspected(gateway, "nothing=x", 400);
        introspected(gateway, "token=a&token=b", 400);
        introspected(gateway, "token=a&address=nowhere", 400);
        introspected(client, "token=" + encoded(client), 403);
        introspected("kl_nonsense", "token=x", 401);
        HttpRequest json =
                request(INTROSPECT)
                        .header("Authorization", "Bearer " + gateway)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}"))
                        .build();
        mustBeWrittenDown(INTROSPECT, "post", send(json), 415);
    }

    @Test
    void examplesAreWhatTheSchemasAllow() {
        JsonNode operation = operation(INTROSPECT, "post");
        for (JsonNode content :
                List.of(
                        operation.at("/requestBody/content"),
                        operation.at("/responses/200/content"))) {
            content.forEachEntry(
                    (type, body) ->
                            assertThat(
                                            Schemas.errors(
                                                    document,
                                                    body.get("schema"),
                                                    body.get("example")))
                                    .as(type)
                                    .isEmpty());
        }
    }

    private static int auth(String gatewayKey, String clientKey, String query) throws Exception {
        HttpRequest.Builder request = request(AUTH + query);
        if (!gatewayKey.isEmpty()) {
            request.header("Keyledger-Gateway-Key", gatewayKey);
        }
        if (!clientKey.isEmpty()) {
            request.header("Authorization", "Bearer " + clientKey);
        }
        HttpResponse<String> response = send(request.build());
        JsonNode written = operation(AUTH, "get").at("/responses/" + response.statusCode());
        assertThat(written.isMissingNode()).as("%s", response.statusCode()).isFalse();
        Set<String> answered = new HashSet<>(response.headers().map().keySet());
        answered.removeIf(name -> !name.matches("(?i)keyledger-.*|www-authenticate|retry-after"));
        Set<String> allowed = new HashSet<>();
        written.path("headers")
                .propertyNames()
                .forEach(it -> allowed.add(it.toLowerCase(Locale.ROOT)));
        assertThat(answered)
                .isNotEmpty()
                .allMatch(name -> allowed.contains(name.toLowerCase(Locale.ROOT)));
        if (response.statusCode() == 200) {
            assertThat(answered).hasSameSizeAs(allowed);
        }
        return response.statusCode();
    }

    private static JsonNode introspected(String caller, String form, int status) throws Exception {
        HttpRequest request =
                request(INTROSPECT)
                        .header("Authorization", "Bearer " + caller)
                        .header("Content-Type", FORM)
                        .POST(BodyPublishers.ofString(form))
                        .build();
        return mustBeWrittenDown(INTROSPECT, "post", send(request), status);
    }

    private static JsonNode mustBeWrittenDown(
            String path, String method, HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        JsonNode answer = document.resolved(operation(path, method).at("/responses/" + status));
        String type =
                response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        JsonNode schema = answer.path("content").path(type).path("schema");
        assertThat(schema.isMissingNode()).as("%s %s", status, type).isFalse();
        JsonNode body = new JsonMapper().readTree(response.body());
        assertThat(Schemas.errors(document, schema, body)).as(response.body()).isEmpty();
        return body;
    }

    private static JsonNode operation(String path, String method) {
        JsonNode operation = document.root().get("paths").path(path).path(method);
        assertThat(operation.isMissingNode()).as(path).isFalse();
        return operation;
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(node.address() + path));
    }

    private static HttpResponse<String> send(HttpRequest request)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
