package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.keyledger.testsupport.FreePort;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A disk without room is told from other troubles, and what was answered is not lost by it. */
@Timeout(300)
class DiskFullIT {

    private static final int MOST_USERS = 50_000;
    private static final int REFUSALS = 5;

    @TempDir private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private int port;

    @BeforeAll
    static void onlyWhereADiskCanBeMounted() throws Exception {
        assumeThat(SmallDisk.canBeHad())
                .as("NOT TESTED: a full disk; this user cannot mount one (root on Linux can)")
                .isTrue();
    }

    @Test
    void aDiskWithoutRoomForADatabaseIsNamed() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 100);
                KeyledgerProcess keyledger = start(disk)) {
            assertFull(keyledger);
            assertThat(disk.folder().resolve("data/postgres")).doesNotExist();
        }
    }

    @Test
    void aDiskThatFillsUpRefusesAndLosesNothing() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 500)) {
            List<String> answered;
            try (KeyledgerProcess keyledger = start(disk).untilReady()) {
                disk.fill();
                answered = createUntilRefused(key(disk));
                keyledger.kill();
            }
            try (KeyledgerProcess again = start(disk)) {
                assertFull(again);
            }
            disk.makeRoom();
            try (KeyledgerProcess _ = start(disk).untilReady()) {
                for (String location : answered) {
                    assertThat(get(location, key(disk))).as(location).isEqualTo(200);
                }
            }
        }
    }

    private List<String> createUntilRefused(String key) throws Exception {
        List<String> answered = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < MOST_USERS && refused < REFUSALS; i++) {
            HttpResponse<String> response = create("user-" + i, key);
            if (response.statusCode() == 201) {
                answered.add(response.headers().firstValue("Location").orElseThrow());
            } else {
                assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
                refused++;
            }
        }
        assertThat(refused).isEqualTo(REFUSALS);
        return answered;
    }

    private HttpResponse<String> create(String username, String key) throws Exception {
        return http.send(
                request("/api/v1/workspaces/system/service-users", key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"username\": \"" + username + "\"}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private int get(String path, String key) throws Exception {
        return http.send(request(path, key).build(), BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key);
    }

    private static String key(SmallDisk disk) throws Exception {
        return Files.readString(disk.folder().resolve("data/bootstrap-admin.key")).strip();
    }

    private KeyledgerProcess start(SmallDisk disk) throws Exception {
        port = FreePort.find();
        return KeyledgerProcess.start(
                folder,
                Map.of(
                        "KEYLEDGER_PORT",
                        port + "",
                        "KEYLEDGER_DATA",
                        disk.folder().resolve("data").toString()));
    }

    private static void assertFull(KeyledgerProcess process) throws Exception {
        assertThat(process.untilEnded()).as(process.err()).isEqualTo(1);
        assertThat(process.err().strip()).contains("is full").hasLineCount(1);
    }
}
