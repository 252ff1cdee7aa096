package io.keyledger.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.ApiKeys.NewKey;
import io.keyledger.client.api.ApiKeys.Shown;
import io.keyledger.client.api.Apis.ApiBody;
import io.keyledger.client.api.Apis.RouteBody;
import io.keyledger.client.api.Groups.Group;
import io.keyledger.client.api.Roles.RoleBody;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.client.api.ServiceUsers.ServiceUserBody;
import io.keyledger.client.api.Workspaces.NewWorkspace;
import io.keyledger.examples.resource.ResourceServer;
import io.keyledger.services.SampleApi.Arrived;
import io.keyledger.testsupport.FreePort;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;

/** The examples' gateway and resource server, in front of which clients play tricks. */
class GatewayIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir private static Path folder;

    private static Services services;
    private static SampleApi api;
    private static Node nginx;
    private static ConfigurableApplicationContext resourceServer;
    private static int gatewayPort;
    private static String gatewayKey;
    private static ServiceUser client;
    private static String clientKey;

    @BeforeAll
    static void start() throws Exception {
        Path program = Nginx.program().orElse(null);
        Assumptions.assumeTrue(
                program != null, "NGINX IS MISSING: NO GATEWAY IS TRIED. Install nginx.");
        services = Services.start(folder, node -> node.endsWith("-1"));
        services.untilReady();
        Shown gateway = given();
        api = SampleApi.start();
        gatewayPort = FreePort.find();
        nginx = Nginx.start("gateway", folder, Objects.requireNonNull(program), configuration());
        resourceServer =
                new SpringApplicationBuilder(ResourceServer.class)
                        .run(
                                "--server.port=0",
                                "--KEYLEDGER_KEY_ID=" + gateway.keyId(),
                                "--KEYLEDGER_KEY_SECRET=" + gateway.secret(),
                                "--spring.security.oauth2.resourceserver.opaquetoken"
                                        + ".introspection-uri="
                                        + keyledger()
                                        + "/oauth2/introspect");
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable part : new AutoCloseable[] {resourceServer, nginx, api, services}) {
            if (part != null) {
                part.close();
            }
        }
    }

    @BeforeEach
    void forgetWhatArrived() {
        api.arrived();
    }

    private static Shown given() throws IOException {
        KeyledgerClient admin =
                KeyledgerClient.of(
                        URI.create(keyledger()),
                        Files.readString(services.keys().resolve("bootstrap-admin.key")).strip());
        admin.workspaces().create(new NewWorkspace("acme", "Acme"));
        admin.apis().create("acme", new ApiBody("catalog", null, null));
        for (String method : List.of("GET", "DELETE")) {
            String permission = "catalog.assets:" + (method.equals("GET") ? "view" : "delete");
            admin.apis()
                    .addRoute(
                            "acme",
                            new RouteBody(
                                    "catalog",
                                    method,
                                    "/v1/assets/{id}",
                                    permission,
                                    false,
                                    null,
                                    null));
        }
        var role =
                admin.roles()
                        .create(
                                "acme",
                                new RoleBody(
                                        "viewer of assets", null, List.of("catalog.assets:view")));
        client =
                admin.serviceUsers()
                        .create(
                                "acme",
                                new ServiceUserBody(
                                        "client",
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        List.of(role.id()),
                                        null));
        clientKey = Objects.requireNonNull(key(admin, client).key());
        Group gateways =
                admin.groups().list("acme", null).items().stream()
                        .filter(group -> group.name().equals("gateways"))
                        .findFirst()
                        .orElseThrow();
        Shown shown =
                key(
                        admin,
                        admin.serviceUsers()
                                .create("acme", ServiceUserBody.named("gateway", gateways.id())));
        gatewayKey = Objects.requireNonNull(shown.key());
        return shown;
    }

    private static Shown key(KeyledgerClient admin, ServiceUser user) {
        return admin.keys().generate("acme", user.id(), new NewKey("key", null));
    }

    private static Path configuration() throws IOException {
        Path own = Files.createDirectory(folder.resolve("gateway"));
        Files.writeString(
                own.resolve("gateway-key.conf"),
                "proxy_set_header Keyledger-Gateway-Key \"" + gatewayKey + "\";\n");
        String example = Files.readString(ComposeFile.ROOT.resolve("examples/nginx/nginx.conf"));
        return Files.writeString(
                own.resolve("nginx.conf"),
                example.replace("127.0.0.1:8080", "127.0.0.1:" + services.port("proxy"))
                        .replace("127.0.0.1:9000", "127.0.0.1:" + api.port())
                        .replace("127.0.0.1:8081", "127.0.0.1:" + gatewayPort)
                        .replace("/run/", own + "/"));
    }

    @Test
    void whoMayPassesAndTheApiIsToldWhoNotByWhatKey() throws Exception {
        HttpResponse<String> answer = through("GET", "/v1/assets/7?size=large", clientKey);
        assertThat(answer.statusCode()).isEqualTo(204);
        Arrived arrived = api.arrived().getFirst();
        assertThat(arrived.uri()).isEqualTo("/v1/assets/7?size=large");
        assertThat(arrived.header("keyledger-service-user"))
                .containsExactly(client.id().toString());
        assertThat(arrived.header("keyledger-workspace")).containsExactly("acme");
        assertThat(arrived.header("keyledger-record-id")).hasSize(1);
        assertThat(arrived.headers().toString())
                .doesNotContain(clientKey)
                .doesNotContain(gatewayKey);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/other, 403, no-route",
        "DELETE, /v1/assets/7, 403, permission-not-granted",
        "GET, /v1/assets/%2e%2e/assets/7, 403, unsafe-path",
        "GET, //v1/assets/7, 403, unsafe-path"
    })
    void whatMayNotIsRefusedWithItsReason(String method, String path, int status, String reason)
            throws Exception {
        HttpResponse<String> answer = through(method, path, clientKey);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Keyledger-Reason")).hasValue(reason);
        assertThat(api.arrived()).isEmpty();
    }

    @Test
    void withoutAGoodKeyNothingPasses() throws Exception {
        for (String key : List.of("", "kl_nobody", clientKey.toLowerCase(), gatewayKey + "x")) {
            HttpResponse<String> answer = through("GET", "/v1/assets/7", key);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        }
        assertThat(api.arrived()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Original-URI: /v1/assets/7",
                "X-Original-Method: GET",
                "X-Forwarded-Uri: /v1/assets/7\r\nX-Forwarded-Method: GET",
                "X-Rewrite-URL: /v1/assets/7",
                "X-HTTP-Method-Override: GET"
            })
    void whatTheClientSaysOfItsRequestCountsForNothing(String headers) throws Exception {
        assertThat(raw("DELETE /v1/assets/7 HTTP/1.1", headers)).startsWith("HTTP/1.1 403");
        assertThat(raw("GET /v1/other HTTP/1.1", headers)).startsWith("HTTP/1.1 403");
        assertThat(api.arrived()).isEmpty();
        assertThat(raw("GET /v1/assets/7 HTTP/1.1", headers)).startsWith("HTTP/1.1 204");
        assertThat(api.arrived()).hasSize(1);
    }

    @Test
    void whoTheClientSaysItIsNeverArrives() throws Exception {
        String forged =
                "Keyledger-Service-User: root\r\nkeyledger-workspace: system\r\n"
                        + "KEYLEDGER-KEY-ID: x\r\nKeyledger-Record-Id: y\r\nKeyledger-Reason: z\r\n"
                        + "Keyledger-Gateway-Key: "
                        + clientKey;
        assertThat(raw("GET /v1/assets/7 HTTP/1.1", forged)).startsWith("HTTP/1.1 204");
        Arrived arrived = api.arrived().getFirst();
        assertThat(arrived.header("keyledger-service-user"))
                .containsExactly(client.id().toString());
        assertThat(arrived.header("keyledger-workspace")).containsExactly("acme");
        assertThat(arrived.header("keyledger-key-id")).doesNotContain("x").hasSize(1);
        assertThat(arrived.header("keyledger-reason")).isEmpty();
        assertThat(arrived.header("keyledger-gateway-key")).isEmpty();
    }

    /** Through the deployment's own proxy, as an Envoy that does not normalise would ask. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../health/live",
                "/../../health/ready",
                "/..;/..;/health/live",
                "/%2e%2e/%2e%2e/health/live",
                "//health/live",
                "/../envoy/v1/assets/7",
                "/v1/assets/7/../8"
            })
    void noPathLeadsFromBehindEnvoysPrefixToAnythingElse(String path) throws Exception {
        String answer = envoy("GET", path);
        assertThat(answer).startsWith("HTTP/1.1 40");
        assertThat(answer).doesNotContain("Keyledger-Reason: allowed");
        assertThat(envoy("GET", "/v1/assets/7")).startsWith("HTTP/1.1 200");
    }

    @Test
    void whenNothingCanBeRecordedNothingPassesAndThenItDoesAgain() throws Exception {
        try (Connection connection = services.database().getConnection()) {
            connection.setAutoCommit(false);
            connection
                    .createStatement()
                    .execute("LOCK TABLE store.key_use_batch IN ACCESS EXCLUSIVE MODE");
            assertThat(through("GET", "/v1/assets/7", clientKey).statusCode()).isEqualTo(500);
            assertThat(api.arrived()).isEmpty();
            assertThat(nginx.said())
                    .as("our 503, not the gateway's own patience")
                    .contains("auth request unexpected status: 503")
                    .doesNotContain("auth request unexpected status: 504");
            connection.rollback();
        }
        int status = 0;
        for (int tries = 0; status != 204 && tries < 100; tries++) {
            status = through("GET", "/v1/assets/7", clientKey).statusCode();
        }
        assertThat(status).isEqualTo(204);
    }

    @Test
    void aResourceServerTakesKeysAsOpaqueTokens() throws Exception {
        HttpResponse<String> viewed = ofResource("GET", clientKey);
        assertThat(viewed.statusCode()).isEqualTo(200);
        assertThat(viewed.body()).contains("\"viewedBy\"");
        assertThat(ofResource("DELETE", clientKey).statusCode()).isEqualTo(403);
        assertThat(ofResource("GET", clientKey + "x").statusCode()).isEqualTo(401);
        assertThat(ofResource("GET", gatewayKey).statusCode()).isEqualTo(403);
    }

    private static HttpResponse<String> through(String method, String path, String key)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gatewayPort + path))
                        .method(method, BodyPublishers.noBody());
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> ofResource(String method, String key) throws Exception {
        String port = resourceServer.getEnvironment().getProperty("local.server.port");
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/assets/7"))
                        .method(method, BodyPublishers.noBody())
                        .header("Authorization", "Bearer " + key)
                        .build(),
                BodyHandlers.ofString());
    }

    private static String raw(String line, String headers) throws IOException {
        return sent(gatewayPort, line, headers);
    }

    private static String envoy(String method, String path) throws IOException {
        return sent(
                services.port("proxy"),
                method + " /auth/envoy" + path + " HTTP/1.1",
                "Keyledger-Gateway-Key: " + gatewayKey);
    }

    private static String sent(int port, String line, String headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            String request =
                    line
                            + "\r\nHost: catalog.example.com\r\nConnection: close\r\nX-API-Key: "
                            + clientKey
                            + "\r\n"
                            + headers
                            + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String keyledger() {
        return "http://127.0.0.1:" + services.port("proxy");
    }
}
