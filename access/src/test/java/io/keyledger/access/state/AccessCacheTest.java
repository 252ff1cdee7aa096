package io.keyledger.access.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.fixture.Fixture;
import io.keyledger.access.fixture.Policies;
import io.keyledger.access.key.ApiKeyText;
import io.keyledger.shared.route.RequestPath;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
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

    @Test
    void onlyRoutesOfAnApiThatChangedAreReadAgain() throws SQLException {
        fixture.workspace("umbrella");
        Policies policies = new Policies(fixture);
        UUID changed = policies.api("umbrella", "changed");
        UUID other = policies.api("umbrella", "other");
        UUID gone = policies.route("umbrella", changed, "GET", "/v1/gone", "a:view");
        UUID untold = policies.route("umbrella", other, "GET", "/v1/untold", "a:view");
        Needed routes = routed(fixture.key(fixture.user("umbrella")).keyId());
        try (Connection connection = fixture.database.command().getConnection()) {
            connection.setAutoCommit(false);
            AccessReader reader = new AccessReader(connection);
            AccessCache cache = new AccessCache();
            cache.advance(reader, routes);
            connection.commit();
            assertThat(leads(cache, "changed", "/v1/gone")).isTrue();
            policies.removeRoute(changed, gone);
            policies.route("umbrella", changed, "GET", "/v1/new", "a:view");
            fixture.sql("DELETE FROM access.api_route WHERE id = ?", untold);
            cache.advance(reader, routes);
            connection.commit();
            assertThat(leads(cache, "changed", "/v1/gone")).isFalse();
            assertThat(leads(cache, "changed", "/v1/new")).isTrue();
            assertThat(leads(cache, "other", "/v1/untold"))
                    .as("its version says that it did not change")
                    .isTrue();
            cache.clear();
            cache.advance(reader, routes);
            connection.commit();
            assertThat(leads(cache, "other", "/v1/untold")).isFalse();
        }
    }

    private static boolean leads(AccessCache cache, String api, String path) {
        return Objects.requireNonNull(cache.routes("umbrella").named(api))
                .routes()
                .match("GET", RequestPath.parse(path).orElseThrow())
                .isPresent();
    }

    private static Needed routed(String keyId) {
        return new Needed(Set.of(keyId), Set.of(keyId), Set.of(), (_, _) -> true);
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
