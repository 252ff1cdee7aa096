package io.keyledger.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

class ProviderTest {

    private final Map<String, String> environment = new HashMap<>();

    @TempDir private Path folder;

    @BeforeEach
    void aWorkingEnvironment() {
        environment.put("KEYLEDGER_OIDC_ISSUER", "https://login.example.com");
        environment.put("KEYLEDGER_OIDC_CLIENT_ID", "console");
    }

    @Test
    void blankSettingsAreNone() {
        environment.put("KEYLEDGER_OIDC_CLIENT_SECRET_FILE", " ");
        environment.put("KEYLEDGER_OIDC_SCOPES", "");
        environment.put("KEYLEDGER_OIDC_LABEL", "");
        Provider provider = Objects.requireNonNull(Provider.of(environment));
        assertThat(provider.secret()).isNull();
        assertThat(provider.scopes()).containsExactlyInAnyOrder("openid", "profile");
        environment.put("KEYLEDGER_OIDC_CLIENT_ID", "");
        assertThat(Provider.of(environment)).isNull();
        environment.put("KEYLEDGER_OIDC_ISSUER", "");
        assertThat(Provider.of(environment)).isNull();
    }

    @Test
    void theSecretIsInAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "s3cret\n");
        environment.put("KEYLEDGER_OIDC_CLIENT_SECRET_FILE", file.toString());
        assertThat(Objects.requireNonNull(Provider.of(environment)).secret()).isEqualTo("s3cret");
        Files.writeString(file, "\n");
        assertThatThrownBy(() -> Provider.of(environment))
                .hasMessage("KEYLEDGER_OIDC_CLIENT_SECRET_FILE names an empty file: " + file);
    }

    @ParameterizedTest
    @CsvSource({
        "ISSUER, '', KEYLEDGER_OIDC_ISSUER is missing",
        "ISSUER, login, KEYLEDGER_OIDC_ISSUER is no https address",
        "ISSUER, http://login.example.com, KEYLEDGER_OIDC_ISSUER is no https address",
        "ISSUER, https://login.example.com#x, KEYLEDGER_OIDC_ISSUER is no https address",
        "CLIENT_SECRET_FILE, /nowhere/at/all, KEYLEDGER_OIDC_CLIENT_SECRET_FILE names a file that",
        "SCOPES, openid \"x\", KEYLEDGER_OIDC_SCOPES holds what is no scope"
    })
    void whatCannotBeUsedIsNamed(String name, String value, String sentence) {
        environment.put("KEYLEDGER_OIDC_" + name, value);
        assertThatThrownBy(() -> Provider.of(environment)).hasMessageStartingWith(sentence);
    }
}
