package io.keyledger.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.fixture.Acme;
import io.keyledger.command.fixture.CommandNode;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.Test;

import java.util.Set;
import java.util.stream.Collectors;

class ShutdownTest {

    @Test
    void nothingOfAClosedNodeKeepsTheProcessAlive() {
        try (ScratchDatabase database = ScratchDatabase.create()) {
            Set<Thread> before = threads();
            try (CommandNode node = CommandNode.on(database)) {
                node.send(Acme.workspace());
            }
            assertThat(threads()).isSubsetOf(before);
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && !thread.isDaemon())
                .collect(Collectors.toSet());
    }
}
