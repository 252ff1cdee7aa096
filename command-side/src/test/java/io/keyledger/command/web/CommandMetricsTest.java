package io.keyledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.testing.Api;
import io.keyledger.command.testing.CommandNode;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class CommandMetricsTest {

    private static final String CREATE = "{\"slug\":\"acme\",\"name\":\"Acme\"}";

    @Test
    void commandsAreTimedByTypeAndOutcome(@TempDir Path data) {
        try (ScratchDatabase database = ScratchDatabase.create();
                CommandNode node = CommandNode.start(database, data)) {
            Api api = node.api();
            api.post("/workspaces", CREATE).expect(201);
            api.post("/workspaces", CREATE).expect(409);
            String metrics = api.outside("/metrics").body();
            assertThat(metrics)
                    .contains(
                            "keyledger_command_seconds_count{command=\"CreateWorkspace\",error=\"none\",outcome=\"accepted\"} 1",
                            "keyledger_command_seconds_count{command=\"CreateWorkspace\",error=\"none\",outcome=\"rejected\"} 1",
                            "keyledger_command_seconds_bucket",
                            "hikaricp_connections_max{pool=\"command\"}");
            assertThat(metrics).doesNotContain("acme", "_active_seconds");
            api.outside("/health/ready").expect(200);
        }
    }
}
