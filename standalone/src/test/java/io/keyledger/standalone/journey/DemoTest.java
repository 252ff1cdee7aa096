package io.keyledger.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Page;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.standalone.demo.Demo;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class DemoTest {

    @TempDir private Path data;

    @Test
    void fillsAWorkspaceOnce() throws Exception {
        try (ScratchDatabase database = ScratchDatabase.create();
                Node node = Node.start(database, data)) {
            String key = Files.readString(data.resolve("bootstrap-admin.key")).strip();
            KeyledgerClient admin = KeyledgerClient.of(node.address(), key);
            List<String> told = new ArrayList<>();
            assertThat(Demo.fill(admin, 200, told::add)).isTrue();
            assertThat(told).hasSize(3);
            assertThat(users(admin)).hasSize(42);
            assertThat(Sql.count(database, "access.api_route WHERE workspace = 'demo'"))
                    .isEqualTo(25);
            assertThat(Demo.fill(admin, 200, told::add)).isFalse();
            assertThat(told).hasSize(3);
        }
    }

    private static List<ServiceUser> users(KeyledgerClient admin) {
        return Page.all(
                cursor ->
                        admin.serviceUsers()
                                .list(
                                        Demo.WORKSPACE,
                                        cursor == null ? Map.of() : Map.of("cursor", cursor)));
    }
}
