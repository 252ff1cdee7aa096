package io.keyledger.access.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.fixture.Fixture;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

class KeyWorkspacesTest {

    private static Fixture fixture;

    @BeforeAll
    static void open() {
        fixture = Fixture.create();
        fixture.workspace("acme");
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void whatIsAskedForTogetherIsNotForgottenForEachOther() throws SQLException {
        String first = key();
        String second = key();
        String third = key();
        KeyWorkspaces workspaces = new KeyWorkspaces(2);
        try (Connection connection = fixture.database.command().getConnection()) {
            workspaces.resolve(connection, Set.of(first));
            workspaces.resolve(connection, Set.of(second));
            workspaces.resolve(connection, Set.of(first, third));
        }
        assertThat(workspaces.find(first)).isEqualTo("acme");
        assertThat(workspaces.find(third)).isEqualTo("acme");
        assertThat(workspaces.find(second)).isNull();
    }

    private static String key() {
        return fixture.key(fixture.user("acme")).keyId();
    }
}
