package io.keyledger.services;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

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
        assertThat(rules.sideOf("GET", "/ledger/acme/checkpoint")).isEqualTo("query");
    }

    @Test
    void whatAnEditWouldTakeIsAskedOfTheQuerySide() {
        for (String kind : List.of("groups", "roles", "policies")) {
            String path = "/api/v1/workspaces/acme/" + kind + "/1/losses";
            assertThat(rules.sideOf("POST", path)).isEqualTo("query");
        }
    }

    @Test
    void changesAreTheCommandSides() {
        assertThat(rules.sideOf("POST", "/api/v1/workspaces")).isEqualTo("command");
        assertThat(rules.sideOf("DELETE", "/api/v1/workspaces/acme/roles/1")).isEqualTo("command");
    }

    @Test
    void checksAreTheCommandSidesTooAndMayBeRepeated() {
        for (String path : List.of("/api/v1/checks", "/api/v1/checks:batch")) {
            assertThat(rules.sideOf("POST", path)).isEqualTo("checks");
        }
        assertThat(rules.nodesOf("checks")).isEqualTo(rules.nodesOf("command"));
        IOException sent = new IOException("the connection was lost");
        assertThat(ProxyRules.mayBeRepeated("checks", "POST", sent)).isTrue();
        assertThat(ProxyRules.mayBeRepeated("command", "POST", sent)).isFalse();
    }

    @Test
    void replaysAndDeadLettersAreTheQuerySidesWhateverTheMethod() {
        assertThat(rules.sideOf("POST", "/api/v1/replays")).isEqualTo("query");
        assertThat(rules.sideOf("POST", "/api/v1/log-origins")).isEqualTo("query");
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
