package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.testsupport.FreePort;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

@Timeout(300)
class StandaloneIT {

    private static final String NEXT_VERSION =
            "INSERT INTO flyway.flyway_schema_history SELECT 999, '999', 'of the future', type,"
                    + " script, 7, installed_by, installed_on, 1, true"
                    + " FROM flyway.flyway_schema_history WHERE version = '1'";

    @TempDir private Path folder;

    @Test
    void keepsItsDataOverKillAndLetsNobodyElseIn() throws Exception {
        DataFolder data = new DataFolder(folder.resolve("data"));
        String storeId;
        ProcessHandle orphan;
        try (KeyledgerProcess first = start().untilReady()) {
            assertThat(first.err()).isEmpty();
            storeId = data.one("SELECT store_id FROM store.identity");
            try (KeyledgerProcess second = start()) {
                assertRefused(second, 1, "Another Keyledger (process " + first.pid() + ")");
            }
            orphan = data.server();
            first.kill();
        }
        assertThat(orphan.isAlive()).isTrue();
        try (KeyledgerProcess again = start().untilReady()) {
            assertThat(again.out()).contains("left behind (process " + orphan.pid() + ")");
            assertThat(data.server().pid()).isNotEqualTo(orphan.pid());
            assertThat(data.one("SELECT store_id FROM store.identity")).isEqualTo(storeId);
            data.run(NEXT_VERSION);
            ProcessHandle server = data.server();
            assertThat(again.terminate()).isEqualTo(143);
            assertThat(data.postmasterPid()).doesNotExist();
            assertThat(again.out() + again.err()).doesNotContain("Exception");
            server.onExit().get();
        }
        try (KeyledgerProcess older = start()) {
            assertRefused(older, 1, "written by a newer version of Keyledger (schema 999");
        }
        assertThat(data.postmasterPid()).doesNotExist();
    }

    @Test
    void whoEndsItWhileItStartsLeavesNoServerAndIsNotComplainedTo() throws Exception {
        DataFolder data = new DataFolder(folder.resolve("data"));
        start().untilReady().close();
        try (KeyledgerProcess cut = start().until(() -> Files.exists(data.postmasterPid()))) {
            assertEndsWithoutServer(cut, data);
        }
        try (KeyledgerProcess cut = start().untilSaid("Starting the API")) {
            assertEndsWithoutServer(cut, data);
        }
    }

    private static void assertEndsWithoutServer(KeyledgerProcess process, DataFolder data)
            throws Exception {
        assertThat(process.terminate()).isEqualTo(143);
        assertThat(data.postmasterPid()).doesNotExist();
        assertThat(process.err()).isEmpty();
    }

    @Test
    void printsWhereItAnswers() throws Exception {
        int port = FreePort.find();
        try (KeyledgerProcess keyledger =
                start(Map.of("KEYLEDGER_PORT", port + "", "SERVER_PORT", "1")).untilReady()) {
            assertThat(keyledger.out())
                    .contains("http://127.0.0.1:" + port + "/api/v1")
                    .contains("http://127.0.0.1:" + port + "/docs");
            assertThat(status("http://127.0.0.1:" + port + "/health/ready")).isEqualTo(200);
        }
        assertThat(log())
                .contains("Jetty started")
                .doesNotContain(
                        Files.readString(folder.resolve("data/keyledger_owner.password")).strip());
    }

    @Test
    void itsPartsAreDeterminedAheadUnlessASettingDecides() throws Exception {
        int port = FreePort.find();
        String docs = "http://127.0.0.1:" + port + "/docs";
        Map<String, String> settings = new HashMap<>(Map.of("KEYLEDGER_PORT", port + ""));
        try (KeyledgerProcess _ = start(settings).untilReady()) {
            assertThat(log()).contains("parts were determined ahead of this start");
            assertThat(status(docs)).isEqualTo(302);
        }
        settings.put("SPRINGDOC_SWAGGER_UI_ENABLED", "false");
        try (KeyledgerProcess _ = start(settings).untilReady()) {
            assertThat(log()).contains("at this start, because of SPRINGDOC_SWAGGER_UI_ENABLED");
            assertThat(status(docs)).isEqualTo(404);
        }
    }

    @Test
    void theDemoIsFilledOnceAndLeavesNothingWhereItIsCalled() throws Exception {
        Map<String, String> settings = Map.of("KEYLEDGER_PORT", FreePort.find() + "");
        try (KeyledgerProcess _ = start(settings).untilReady()) {
            assertThat(saidByDemo(settings)).contains("Look into the workspace demo");
            assertThat(saidByDemo(settings)).contains("The workspace demo is there already");
        }
        assertThat(folder.resolve("target")).doesNotExist();
    }

    @Test
    void aTakenPortIsNamedAndNothingIsTouched() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                KeyledgerProcess keyledger =
                        start(Map.of("KEYLEDGER_PORT", other.getLocalPort() + ""))) {
            assertRefused(keyledger, 1, "Port " + other.getLocalPort() + " on 127.0.0.1 is taken");
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "KEYLEDGER_PORT, http",
        "KEYLEDGER_PORT, 0",
        "KEYLEDGER_PORT, 65536",
        "KEYLEDGER_ADDRESS, 300.1.1.1",
        "KEYLEDGER_LOG_FORMAT, xml",
        "KEYLEDGER_GATEWAY_TRUSTED_PROXIES, 10.0.0.0/33",
        "KEYLEDGER_EXPORTS_MEGABYTES, many"
    })
    void aSettingThatCannotBeIsNamed(String name, String value) throws Exception {
        try (KeyledgerProcess keyledger = start(Map.of(name, value))) {
            assertRefused(keyledger, 2, name);
            assertThat(keyledger.err()).contains(value);
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "ISSUER, https://login.example.com, KEYLEDGER_OIDC_AUDIENCE is missing",
        "ISSUER, login.example.com, KEYLEDGER_OIDC_ISSUER is no https address",
        "AUDIENCE, keyledger, KEYLEDGER_OIDC_ISSUER is missing",
        "CLIENT_ID, console, KEYLEDGER_OIDC_ISSUER is missing"
    })
    void aProviderThatCannotBeIsASentence(String name, String value, String sentence)
            throws Exception {
        try (KeyledgerProcess keyledger = start(Map.of("KEYLEDGER_OIDC_" + name, value))) {
            assertRefused(keyledger, 2, sentence);
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aClientSecretThatIsNotThereIsASentence() throws Exception {
        Map<String, String> settings = new HashMap<>(provider("http://127.0.0.1:1"));
        settings.put("KEYLEDGER_OIDC_CLIENT_ID", "console");
        settings.put("KEYLEDGER_OIDC_CLIENT_SECRET_FILE", folder.resolve("none").toString());
        try (KeyledgerProcess keyledger = start(settings)) {
            assertRefused(keyledger, 2, "KEYLEDGER_OIDC_CLIENT_SECRET_FILE names a file that");
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aProviderThatIsAwayIsToldAndKeysWorkMeanwhile() throws Exception {
        String issuer = "http://127.0.0.1:" + FreePort.find();
        try (KeyledgerProcess keyledger = start(provider(issuer)).untilReady()) {
            Instant until = Instant.now().plusSeconds(20);
            while (keyledger.err().isEmpty() && Instant.now().isBefore(until)) {
                Thread.sleep(50);
            }
            assertThat(keyledger.err().strip())
                    .contains("The provider that KEYLEDGER_OIDC_ISSUER names, " + issuer)
                    .hasLineCount(1);
        }
    }

    private static Map<String, String> provider(String issuer) {
        return Map.of("KEYLEDGER_OIDC_ISSUER", issuer, "KEYLEDGER_OIDC_AUDIENCE", "keyledger");
    }

    @Test
    void aDataDirectoryThatCannotBeIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (KeyledgerProcess keyledger = start(Map.of("KEYLEDGER_DATA", file + "/data"))) {
            assertRefused(keyledger, 1, file + "/data cannot be written");
        }
    }

    private String saidByDemo(Map<String, String> settings) throws Exception {
        try (KeyledgerProcess demo = KeyledgerProcess.start(folder, settings, "demo")) {
            assertThat(demo.untilEnded()).as(demo.err()).isZero();
            return demo.out();
        }
    }

    private KeyledgerProcess start() throws Exception {
        return start(Map.of());
    }

    private KeyledgerProcess start(Map<String, String> settings) throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put("KEYLEDGER_PORT", FreePort.find() + "");
        environment.putAll(settings);
        return KeyledgerProcess.start(folder, environment);
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("data/logs/keyledger.log"));
    }

    private static void assertRefused(KeyledgerProcess process, int exit, String sentence)
            throws Exception {
        assertThat(process.untilEnded()).as(process.err()).isEqualTo(exit);
        assertThat(process.err().strip()).contains(sentence).hasLineCount(1);
    }

    private static int status(String url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(url)).build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
