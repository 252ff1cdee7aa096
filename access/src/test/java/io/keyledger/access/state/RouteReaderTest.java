package io.keyledger.access.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.fixture.Fixture;
import io.keyledger.access.fixture.Policies;
import io.keyledger.shared.route.RequestPath;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

class RouteReaderTest {

    private static Fixture fixture;
    private static Policies policies;

    @BeforeAll
    static void open() {
        fixture = Fixture.create();
        policies = new Policies(fixture);
        fixture.workspace("acme");
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    /** Each statement may have a snapshot of its own. */
    @Test
    void whatChangesBetweenItsStatementsIsFoundByTheNextReading() throws SQLException {
        UUID api = policies.api("acme", "catalog");
        UUID route = policies.route("acme", api, "GET", "/v1/gone", "a:view");
        try (Connection connection = fixture.database.command().getConnection()) {
            RouteReader interrupted =
                    new RouteReader(
                            beforeTheSecond(connection, () -> policies.removeRoute(api, route)));
            RouteCatalogue first = catalogue(interrupted, List.of());
            RouteCatalogue second = catalogue(new RouteReader(connection), List.of(first));
            assertThat(leads(second)).isFalse();
            assertThat(Objects.requireNonNull(second.named("catalog")).entityVersion().version())
                    .isEqualTo(policies.version(api));
        }
    }

    private static RouteCatalogue catalogue(RouteReader reader, List<RouteCatalogue> before)
            throws SQLException {
        return Objects.requireNonNull(reader.catalogues(List.of("acme"), before).get("acme"));
    }

    private static boolean leads(RouteCatalogue catalogue) {
        return Objects.requireNonNull(catalogue.named("catalog"))
                .routes()
                .match("GET", RequestPath.parse("/v1/gone").orElseThrow())
                .isPresent();
    }

    /** A connection whose second query has to wait for something. */
    private static Connection beforeTheSecond(Connection connection, Runnable something) {
        AtomicInteger queries = new AtomicInteger();
        return (Connection)
                Proxy.newProxyInstance(
                        RouteReaderTest.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) ->
                                method.getName().equals("prepareStatement")
                                        ? statement(
                                                connection.prepareStatement((String) arguments[0]),
                                                queries,
                                                something)
                                        : method.invoke(connection, arguments));
    }

    private static PreparedStatement statement(
            PreparedStatement statement, AtomicInteger queries, Runnable something) {
        return (PreparedStatement)
                Proxy.newProxyInstance(
                        RouteReaderTest.class.getClassLoader(),
                        new Class<?>[] {PreparedStatement.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("executeQuery")
                                    && queries.incrementAndGet() == 2) {
                                something.run();
                            }
                            try {
                                return method.invoke(statement, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
