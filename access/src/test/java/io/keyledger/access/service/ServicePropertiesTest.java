package io.keyledger.access.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

class ServicePropertiesTest {

    private final Map<String, String> environment = new HashMap<>();

    @TempDir private Path folder;

    @BeforeEach
    void aWorkingEnvironment() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "p4ss\n");
        environment.put("KEYLEDGER_DATABASE_URL", "jdbc:postgresql://db:5432/keyledger");
        environment.put("KEYLEDGER_DATABASE_PASSWORD_FILE", password.toString());
        environment.put("KEYLEDGER_PEPPER_FOLDER", folder.toString());
    }

    @Test
    void theRestHasDefaults() {
        assertThat(properties())
                .containsEntry("server.port", 8080)
                .containsEntry("server.address", "127.0.0.1")
                .containsEntry("keyledger.datasource.query.username", "keyledger_query")
                .containsEntry("keyledger.datasource.query.password", "p4ss")
                .containsEntry("server.forward-headers-strategy", "none");
    }

    @Test
    void noNodeMakesPeppers() {
        assertThat(properties()).containsEntry("keyledger.pepper.create", false);
    }

    @Test
    void onlyTheNamedProxiesAreBelieved() {
        environment.put("KEYLEDGER_TRUSTED_PROXIES", "10.0.0.1, fd00::1");
        assertThat(properties())
                .containsEntry("keyledger.server.trusted-proxies", "10.0.0.1, fd00::1");
    }

    @Test
    void whatCannotBeUsedIsNamed() {
        refuses("KEYLEDGER_PORT", "70000");
        refuses("KEYLEDGER_DATABASE_URL", "");
        refuses("KEYLEDGER_DATABASE_URL", "jdbc:mysql://db/keyledger");
        refuses("KEYLEDGER_DATABASE_PASSWORD_FILE", folder.resolve("none").toString());
        refuses("KEYLEDGER_PEPPER_FOLDER", " ");
        refuses("KEYLEDGER_TRUSTED_PROXIES", "proxy.example");
        refuses("KEYLEDGER_GATEWAY_TRUSTED_PROXIES", "10.0.0.0/8, gateway.example");
    }

    @Test
    void aPasswordInTheUrlIsRefusedAndNotRepeated() {
        environment.put(
                "KEYLEDGER_DATABASE_URL", "jdbc:postgresql://db/keyledger?password=hunter2");
        assertThatThrownBy(this::properties)
                .isInstanceOf(WrongSetting.class)
                .hasMessageNotContaining("hunter2");
    }

    private void refuses(String name, String value) {
        String before = environment.put(name, value);
        assertThatThrownBy(this::properties)
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith(name);
        if (before == null) {
            environment.remove(name);
        } else {
            environment.put(name, before);
        }
    }

    private Map<String, Object> properties() {
        return ServiceProperties.of(new Settings(environment), "query", "keyledger_query");
    }
}
