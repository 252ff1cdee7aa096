package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.testsupport.FreePort;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** A lost administrator's key, from the person's side. */
class RecoverAdminIT {

    @TempDir private Path folder;

    @Test
    void whoLostTheKeyGetsInAgain() throws Exception {
        int port = FreePort.find();
        try (KeyledgerProcess server = start(port).untilReady()) {
            Files.delete(folder.resolve("data/bootstrap-admin.key"));
            KeyledgerProcess refused = recover();
            assertThat(refused.untilEnded()).isEqualTo(1);
            assertThat(refused.err())
                    .contains("Another Keyledger (process " + server.pid() + ") runs on");
        }

        KeyledgerProcess recovery = recover();
        assertThat(recovery.untilEnded()).as(recovery.err()).isZero();
        Path file = folder.toRealPath().resolve("data/recovered-administrator-1.key");
        assertThat(recovery.out())
                .contains("The key of recovered-administrator-1 is in " + file)
                .doesNotContain(Files.readString(file).strip());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        try (KeyledgerProcess server = start(port).untilReady()) {
            assertThat(workspaces(port, Files.readString(file).strip()))
                    .as(server.pid())
                    .isEqualTo(200);
        }
    }

    @Test
    void nothingIsMadeWhereThereIsNoData() throws Exception {
        KeyledgerProcess refused = recover();
        assertThat(refused.untilEnded()).isEqualTo(1);
        assertThat(refused.err()).contains("There is no data in");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void anUnknownArgumentIsRefused() throws Exception {
        KeyledgerProcess refused = KeyledgerProcess.start(folder, Map.of(), "recover");
        assertThat(refused.untilEnded()).isEqualTo(2);
        assertThat(refused.err()).contains("The arguments there are: recover-admin, demo, verify.");
    }

    private KeyledgerProcess start(int port) throws IOException {
        return KeyledgerProcess.start(folder, Map.of("KEYLEDGER_PORT", Integer.toString(port)));
    }

    private KeyledgerProcess recover() throws IOException {
        return KeyledgerProcess.start(folder, Map.of(), "recover-admin");
    }

    private static int workspaces(int port, String key) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port + "/api/v1/workspaces"))
                        .header("X-API-Key", key)
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
