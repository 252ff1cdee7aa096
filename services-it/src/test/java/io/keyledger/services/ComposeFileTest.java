package io.keyledger.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The compose file against the schema of its specification, and against what we promise of it. */
class ComposeFileTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What make-secrets.sh writes, and nothing else. */
    private static final Map<String, String> MADE =
            Map.of("KEYLEDGER_UID", "10001", "KEYLEDGER_GID", "10001");

    /** The settings of people, and of which services they are. */
    private static final List<String> OF_NODES =
            List.of(
                    "KEYLEDGER_OIDC_ISSUER",
                    "KEYLEDGER_OIDC_AUDIENCE",
                    "KEYLEDGER_OIDC_KEYS",
                    "KEYLEDGER_OIDC_GROUPS_CLAIM",
                    "KEYLEDGER_OIDC_NAME_CLAIM",
                    "KEYLEDGER_OIDC_GROUP_PREFIX",
                    "KEYLEDGER_OIDC_GROUP_MAP");

    private static final List<String> OF_THE_CONSOLE =
            List.of(
                    "KEYLEDGER_OIDC_ISSUER",
                    "KEYLEDGER_OIDC_CLIENT_ID",
                    "KEYLEDGER_OIDC_CLIENT_SECRET_FILE",
                    "KEYLEDGER_OIDC_SCOPES",
                    "KEYLEDGER_OIDC_LABEL");

    @Test
    void itIsWhatTheSpecificationAllows() throws IOException {
        assertThat(errors(ComposeFile.read(MADE))).isEmpty();
    }

    @Test
    void aMisspeltSettingWouldBeFound() throws IOException {
        String text = Files.readString(ComposeFile.ROOT.resolve("docker-compose.yml"));
        assertThat(errors(ComposeFile.of(text.replace("read_only:", "readonly:"), MADE)))
                .isNotEmpty();
    }

    @Test
    void onlyMigrateIsGivenThePasswordsThatMayChangeTheSchema() throws IOException {
        ComposeFile compose = ComposeFile.read(MADE);
        for (String service : compose.services().keySet()) {
            if (!service.equals("migrate")) {
                assertThat(compose.secrets(service)).as(service).doesNotContain("owner-password");
            }
            if (!List.of("migrate", "postgres").contains(service)) {
                assertThat(compose.secrets(service))
                        .as(service)
                        .doesNotContain("superuser-password");
            }
        }
    }

    @Test
    void noEnvironmentHoldsAPasswordItself() throws IOException {
        ComposeFile compose = ComposeFile.read(MADE);
        for (String service : compose.services().keySet()) {
            compose.environment(service)
                    .forEach(
                            (name, value) -> {
                                if (name.contains("PASSWORD")) {
                                    assertThat(name).endsWith("_FILE");
                                    assertThat(value).startsWith("/run/secrets/");
                                }
                            });
        }
    }

    @Test
    void theProxyKnowsEveryNodeByTheAddressItHas() throws IOException {
        ComposeFile compose = ComposeFile.read(MADE);
        String conf = Files.readString(ComposeFile.ROOT.resolve("deploy/nginx.conf"));
        List<String> nodes =
                compose.services().keySet().stream().filter(it -> it.contains("-side-")).toList();
        assertThat(nodes).hasSize(4);
        for (String node : nodes) {
            assertThat(conf).contains("server " + node + ":8080");
            assertThat(compose.service("proxy").get("extra_hosts").toString())
                    .contains(node + ":" + compose.addressOf(node));
            assertThat(compose.environment(node))
                    .containsEntry("KEYLEDGER_TRUSTED_PROXIES", compose.addressOf("proxy"));
        }
    }

    @Test
    void withoutTheUserThatMakeSecretsWritesNothingIsStarted() {
        assertThatThrownBy(() -> ComposeFile.read(Map.of()))
                .hasMessageContaining("run deploy/make-secrets.sh first");
    }

    @Test
    void settingsOfPeopleAreBlankUnlessSetAndPassedOnIfTheyAre() throws IOException {
        Map<String, String> set = new HashMap<>(MADE);
        OF_NODES.forEach(name -> set.put(name, "value of " + name));
        OF_THE_CONSOLE.forEach(name -> set.put(name, "value of " + name));
        ComposeFile off = ComposeFile.read(MADE);
        ComposeFile on = ComposeFile.read(set);
        for (String service : on.services().keySet()) {
            List<String> its =
                    service.contains("-side-")
                            ? OF_NODES
                            : service.startsWith("console-") ? OF_THE_CONSOLE : List.of();
            assertThat(on.environment(service).keySet().stream().filter(it -> it.contains("OIDC")))
                    .as(service)
                    .containsExactlyInAnyOrderElementsOf(its);
            for (String name : its) {
                assertThat(on.environment(service)).containsEntry(name, "value of " + name);
                assertThat(off.environment(service)).containsEntry(name, "");
            }
        }
    }

    @Test
    void theConsoleHasNoPasswordAndIsReachedThroughTheProxy() throws IOException {
        ComposeFile compose = ComposeFile.read(MADE);
        assertThat(compose.secrets("console-1")).containsExactly("oidc-client-secret");
        assertThat(compose.environment("console-1"))
                .containsEntry("KEYLEDGER_API", "http://" + compose.addressOf("proxy") + ":8080");
        assertThat(Files.readString(ComposeFile.ROOT.resolve("deploy/nginx.conf")))
                .contains("server console-1:8080", "location /console/ {");
        assertThat(compose.service("proxy").get("extra_hosts").toString())
                .contains("console-1:" + compose.addressOf("console-1"));
    }

    @Test
    void whatIsBuiltHasADockerfileThatTakesNothingButTheJar() throws IOException {
        for (String side : List.of("command-side", "query-side", "console")) {
            Path folder = ComposeFile.ROOT.resolve(side);
            List<String> lines = Files.readAllLines(folder.resolve("Dockerfile"));
            assertThat(lines.stream().filter(line -> line.matches("(COPY|ADD) .*")))
                    .containsExactly("COPY target/%1$s-app.jar /app/%1$s-app.jar".formatted(side));
            assertThat(lines).anyMatch(line -> line.matches("USER [1-9]\\d*:[1-9]\\d*"));
        }
    }

    private static List<Error> errors(ComposeFile compose) throws IOException {
        return schema().validate(JSON.valueToTree(compose.document()));
    }

    private static Schema schema() throws IOException {
        try (InputStream file =
                ComposeFileTest.class.getResourceAsStream("/compose-spec/compose-spec.json")) {
            ObjectNode schema = (ObjectNode) JSON.readTree(Objects.requireNonNull(file));
            // Written with https, and relative, there: the validator knows neither.
            schema.put("$schema", "http://json-schema.org/draft-07/schema#");
            schema.remove("$id");
            return SchemaRegistry.withDialect(Dialects.getDraft7()).getSchema(schema);
        }
    }
}
