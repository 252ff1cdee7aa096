package io.keyledger.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.command.fixture.Acme;
import io.keyledger.command.fixture.CommandNode;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import javax.sql.DataSource;

class UnavailableDatabaseTest {

    private ScratchDatabase database;
    private CommandNode node;

    @BeforeEach
    void start() {
        database = ScratchDatabase.create();
        node = CommandNode.withPoolOf(1, database);
        node.send(Acme.workspace());
    }

    @AfterEach
    void stop() {
        node.close();
        database.close();
    }

    @Test
    void aPoolWithoutAConnectionIsUnavailable() throws SQLException {
        try (Connection taken = node.bean("commandDataSource", DataSource.class).getConnection()) {
            assertThat(taken.isValid(1)).isTrue();
            assertUnavailable();
        }
        assertAvailable();
    }

    @Test
    void aLockHeldForTooLongIsUnavailable() throws SQLException {
        try (Connection other = database.owner().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(x'4b4c0001'::int, hashtext('acme'))");
            assertUnavailable();
        }
        assertAvailable();
    }

    @Test
    void aServerThatEndsConnectionsIsUnavailable() throws SQLException {
        try (Connection other = database.superuser().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute(
                    """
                    CREATE FUNCTION access.leave() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
                    $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
                    CREATE TRIGGER leave BEFORE INSERT ON access.role
                        FOR EACH ROW EXECUTE FUNCTION access.leave()
                    """);
            assertUnavailable();
            statement.execute("DROP TRIGGER leave ON access.role");
        }
        assertAvailable();
    }

    private void assertUnavailable() {
        assertThatThrownBy(() -> node.send(Acme.role(UUID.randomUUID(), "reader")))
                .isInstanceOf(Unavailable.class)
                .hasNoCause();
    }

    private void assertAvailable() {
        assertThat(node.send(Acme.role(UUID.randomUUID(), "reader")).version()).isZero();
    }
}
