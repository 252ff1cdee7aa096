package io.keyledger.command.check;

import io.keyledger.command.testing.CommandNode;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** A node, and a gateway that asks it. */
abstract class WithGateway {

    static ScratchDatabase database;
    static CommandNode node;
    static Gateway gateway;

    @BeforeAll
    static void start(@TempDir Path data) {
        database = ScratchDatabase.create();
        node = CommandNode.start(database, data);
        gateway = Gateway.in(node, database);
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
    }
}
