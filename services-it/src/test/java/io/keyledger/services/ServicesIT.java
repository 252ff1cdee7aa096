package io.keyledger.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.testsupport.tour.Tour;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** The services as the compose file has them, behind the proxy's own configuration. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServicesIT {

    @TempDir private static Path folder;

    private static Services services;

    @BeforeAll
    static void start() throws Exception {
        services = Services.start(folder);
        services.untilReady();
    }

    @AfterAll
    static void stop() throws Exception {
        if (services != null) {
            services.close();
        }
    }

    @Test
    @Order(1)
    void twoFirstNodesMadeOneAdministratorForItsOwnersEyes() throws IOException {
        Path key = services.keys().resolve("bootstrap-admin.key");
        try (var files = Files.list(services.keys())) {
            assertThat(files).containsExactly(key);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    @Order(2)
    void theAddressOnRecordIsTheCallersOwnWhateverItClaims() throws Exception {
        String path = "/api/v1/workspaces";
        HttpRequest create =
                request(path, administrator())
                        .header("Content-Type", "application/json")
                        .header("X-Forwarded-For", "203.0.113.9")
                        .header("Forwarded", "for=203.0.113.8")
                        .POST(BodyPublishers.ofString("{\"slug\":\"origin\",\"name\":\"Origin\"}"))
                        .build();
        HttpResponse<String> created = send(create);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String token = created.headers().firstValue("Consistency-Token").orElseThrow();
        String audit =
                send(request(path + "/origin/audit", administrator())
                                .header("Consistency-Token", token)
                                .build())
                        .body();
        assertThat(audit).contains("127.0.0.2").doesNotContain("203.0.113.");
    }

    @Test
    @Order(3)
    void throughTheProxyAGatewaysClientIsWhomTheGatewaySaw() throws Exception {
        String workspace = "/api/v1/workspaces/origin";
        String groups = get(workspace + "/groups");
        String gateways =
                groups.replaceAll("(?s).*\"id\":\"([^\"]+)\",\"name\":\"gateways\".*", "$1");
        String user =
                field(
                        "id",
                        post(
                                workspace + "/service-users",
                                "{\"username\": \"edge\", \"groups\": [\"" + gateways + "\"]}"));
        String key =
                field(
                        "key",
                        post(
                                workspace + "/service-users/" + user + "/keys",
                                "{\"name\": \"edge\"}"));
        HttpRequest asked =
                request("/auth?permission=catalog:view", key)
                        .header("Keyledger-Gateway-Key", key)
                        .header("X-Forwarded-Method", "GET")
                        .header("X-Forwarded-Uri", "/v1/assets/7")
                        .header("X-Forwarded-For", "203.0.113.5, 192.0.2.77")
                        .build();
        HttpResponse<String> refused = send(asked);
        assertThat(refused.statusCode()).as("%s", refused.headers()).isEqualTo(403);
        String record = refused.headers().firstValue("Keyledger-Record-Id").orElseThrow();
        assertThat(untilAudited(workspace, record)).contains("\"192.0.2.77\"");
    }

    /** The trail's newest entries, once that record is among them. */
    private static String untilAudited(String workspace, String record) throws Exception {
        String audit = "";
        for (int tries = 0; tries < 300 && !audit.contains(record); tries++) {
            Thread.sleep(100);
            audit = get(workspace + "/audit?kind=use");
        }
        return audit;
    }

    @Test
    @Order(3)
    void theConsoleSignsInWithTheAdministratorsKey() throws Exception {
        services.untilConsoleListens();
        String console = "http://127.0.0.1:" + services.port("console-1") + "/console";
        try (HttpClient browser =
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            HttpRequest form = HttpRequest.newBuilder(URI.create(console + "/sign-in")).build();
            String page = browser.send(form, BodyHandlers.ofString()).body();
            String token = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
            HttpRequest signIn =
                    HttpRequest.newBuilder(URI.create(console + "/sign-in"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(
                                    BodyPublishers.ofString(
                                            "key=" + administrator() + "&_csrf=" + token))
                            .build();
            HttpResponse<String> first = browser.send(signIn, BodyHandlers.ofString());
            assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
            assertThat(first.body()).contains("bootstrap-administrator", "Service users");
        }
    }

    @Test
    @Order(3)
    void metricsAreForTheInsideOnly() throws Exception {
        assertThat(send(request("/metrics", administrator()).build()).statusCode()).isEqualTo(404);
    }

    @Test
    @Order(4)
    void migratingAgainChangesNothing() throws Exception {
        Node migrate = services.run("migrate", List.of("migrate"));
        assertThat(migrate.untilEnded()).as(migrate.said()).isZero();
        assertThat(health()).isEqualTo(200);
    }

    @Test
    @Order(5)
    void aLostAdministratorIsRecoveredBesideTheRunningNodes() throws Exception {
        Node recovery = services.run("command-side-1", List.of("recover-admin"));
        assertThat(recovery.untilEnded()).as(recovery.said()).isZero();
        Path file = services.keys().resolve("recovered-administrator-1.key");
        String key = Files.readString(file).strip();
        assertThat(recovery.said()).contains(file.toString()).doesNotContain(key);
        assertThat(send(request("/api/v1/workspaces", key).build()).statusCode()).isEqualTo(200);
    }

    @Test
    @Order(6)
    void anUnknownStepAndAMissingSettingAreRefusedInASentence() throws Exception {
        Node unknown = services.run("command-side-1", List.of("upgrade"));
        assertThat(unknown.untilEnded()).isEqualTo(2);
        assertThat(unknown.said().strip())
                .isEqualTo("The argument is neither migrate nor recover-admin.");
        Node missing = services.run("migrate", List.of());
        assertThat(missing.untilEnded()).isEqualTo(2);
        assertThat(missing.said().strip())
                .isEqualTo("KEYLEDGER_DATABASE_PASSWORD_FILE is missing.");
    }

    @Test
    @Order(7)
    void theTourGoesOnWhenANodeOfEachSideIsKilled() throws Exception {
        Tour tour = Tour.of(ComposeFile.ROOT.resolve("README.md"));
        Node command = services.node("command-side-1");
        Node query = services.node("query-side-1");
        String kill = "kill -9 %d %d".formatted(command.process().pid(), query.process().pid());
        Node bash =
                Node.start(
                        "tour",
                        tourFolder(),
                        List.of("bash", "-c", tour.script(tour.steps().size() / 2, kill)),
                        Map.of(
                                "KEYLEDGER_PORT", Integer.toString(services.port("proxy")),
                                "KEYLEDGER_DATA", services.keys().toString()));
        bash.untilEnded();
        assertThat(tour.differences(bash.said())).isEmpty();
        assertThat(command.process().isAlive()).isFalse();
        assertThat(query.process().isAlive()).isFalse();
    }

    /** The tour starts, kills and stops {@code ./keyledger}; here that stands for no node. */
    private static Path tourFolder() throws IOException {
        Path own = Files.createDirectory(folder.resolve("tour"));
        Path script =
                Files.writeString(
                        own.resolve("keyledger"),
                        "#!/bin/sh\nsleep 120 &\necho $! > \"$KEYLEDGER_DATA/keyledger.lock\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return own;
    }

    private static String get(String path) throws Exception {
        return send(request(path, administrator()).build()).body();
    }

    private static String post(String path, String body) throws Exception {
        HttpResponse<String> answer =
                send(
                        request(path, administrator())
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body();
    }

    private static String field(String name, String json) {
        return json.replaceAll("(?s).*?\"" + name + "\":\"([^\"]+)\".*", "$1");
    }

    private static int health() throws Exception {
        try {
            return send(request("/health/ready", "none").build()).statusCode();
        } catch (IOException _) {
            return 0;
        }
    }

    private static String administrator() throws IOException {
        return Files.readString(services.keys().resolve("bootstrap-admin.key")).strip();
    }

    private static HttpRequest.Builder request(String path, String key) {
        String url = "http://127.0.0.1:" + services.port("proxy") + path;
        return HttpRequest.newBuilder(URI.create(url)).header("X-API-Key", key);
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        InetAddress own = InetAddress.getByName("127.0.0.2");
        try (HttpClient client = HttpClient.newBuilder().localAddress(own).build()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static String said(String name) {
        try {
            return services.node(name).said();
        } catch (IOException e) {
            return e.toString();
        }
    }
}
