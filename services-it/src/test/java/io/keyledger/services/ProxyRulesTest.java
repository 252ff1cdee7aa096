package io.keyledger.services;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;

class ProxyRulesTest {

    private ProxyRules rules;

    @BeforeEach
    void read() throws IOException {
        rules = ProxyRules.of(Files.readString(ComposeFile.ROOT.resolve("deploy/nginx.conf")));
    }

    @Test
    void readsAreTheQuerySides() {
        assertThat(rules.sideOf("GET", "/api/v1/workspaces/acme/audit")).isEqualTo("query");
        assertThat(rules.sideOf("HEAD", "/api/v1/workspaces")).isEqualTo("query");
    }

    @Test
    void changesAndChecksAreTheCommandSides() {
        assertThat(rules.sideOf("POST", "/api/v1/workspaces")).isEqualTo("command");
        assertThat(rules.sideOf("DELETE", "/api/v1/workspaces/acme/roles/1")).isEqualTo("command");
        assertThat(rules.sideOf("POST", "/api/v1/checks")).isEqualTo("command");
        assertThat(rules.sideOf("GET", "/api/v1/checks")).isEqualTo("command");
        assertThat(rules.sideOf("POST", "/api/v1/checks:batch")).isEqualTo("command");
    }

    @Test
    void replaysAndDeadLettersAreTheQuerySidesWhateverTheMethod() {
        assertThat(rules.sideOf("POST", "/api/v1/replays")).isEqualTo("query");
        assertThat(rules.sideOf("POST", "/api/v1/replays/1:cancel")).isEqualTo("query");
        assertThat(rules.sideOf("POST", "/api/v1/dead-letters/audit/3:retry")).isEqualTo("query");
    }

    @Test
    void bothSidesHaveTwoNodes() {
        assertThat(rules.nodesOf("command"))
                .containsExactly("command-side-1:8080", "command-side-2:8080");
        assertThat(rules.nodesOf("query"))
                .containsExactly("query-side-1:8080", "query-side-2:8080");
    }
}
