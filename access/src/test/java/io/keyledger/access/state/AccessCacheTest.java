package io.keyledger.access.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.fixture.Fixture;
import io.keyledger.access.key.ApiKeyText;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.UUID;

class AccessCacheTest {

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
    void everythingIsReadInOneSnapshot() throws SQLException {
        UUID user = fixture.user("acme");
        ApiKeyText key = fixture.key(user);
        try (Connection connection = fixture.database.command().getConnection()) {
            connection.setAutoCommit(false);
            AccessReader reader = new AccessReader(connection);
            Moment moment = reader.moments.read(null);
            assertThat(level(connection)).isEqualTo("repeatable read");
            fixture.sql("UPDATE access.service_user SET version = 8 WHERE id = ?", user);
            List<String> keys = List.of(key.keyId());
            assertThat(reader.serviceUsers.ofKeys(keys, keys))
                    .extracting(ServiceUserState::version)
                    .containsExactly(7L);
            connection.commit();
            assertThat(reader.moments.read(moment.snapshot()).changes())
                    .containsExactly(new Change("service-user", user.toString()));
        }
    }

    @Test
    void deletedKeysOfOneUserAreLoadedTogether() throws SQLException {
        UUID user = fixture.user("acme");
        String first = fixture.key(user).keyId();
        String second = fixture.key(user).keyId();
        fixture.sql("UPDATE access.api_key SET status = 'deleted' WHERE service_user_id = ?", user);
        try (Connection connection = fixture.database.command().getConnection()) {
            connection.setAutoCommit(false);
            AccessReader reader = new AccessReader(connection);
            AccessCache cache = new AccessCache();
            cache.advance(reader, needed(first));
            connection.commit();
            cache.advance(reader, needed(first, second));
            assertThat(cache.key(first)).isNotNull();
            assertThat(cache.key(second)).isNotNull();
        }
    }

    private static Needed needed(String... keyIds) {
        return new Needed(Set.of(keyIds), Set.of(), Set.of(), (_, _) -> true);
    }

    private static String level(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW transaction_isolation")) {
            row.next();
            return row.getString(1);
        }
    }
}
