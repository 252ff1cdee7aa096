package io.keyledger.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/**
 * Whatever is wrong with a request, the answer is a problem that names it, and nothing is written.
 */
class BadInputTest {

    @TempDir private static Path data;
    private static ScratchDatabase database;
    private static Node node;
    private static Fixture fixture;

    @BeforeAll
    static void start() throws Exception {
        database = ScratchDatabase.create();
        node = Node.start(database, data);
        fixture = Fixture.in(node.administrator());
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
    }

    @TestFactory
    Stream<DynamicTest> isRefusedByNameAndWritesNothing() {
        var cases = BadInput.over(fixture);
        assertThat(cases).hasSizeGreaterThan(200);
        return cases.stream().map(bad -> DynamicTest.dynamicTest(bad.what(), () -> isRefused(bad)));
    }

    private static void isRefused(BadInput bad) throws SQLException {
        long before = events();
        Answer answer = fixture.api().send(bad.request());
        assertThat(answer.status()).as(answer.body()).isEqualTo(bad.status());
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("type")).startsWith("urn:keyledger:problem:");
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(answer.text("field")).as(answer.body()).isEqualTo(bad.field());
        assertThat(events()).isEqualTo(before);
    }

    private static long events() throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet count =
                        statement.executeQuery("SELECT count(*) FROM store.domain_event")) {
            count.next();
            return count.getLong(1);
        }
    }
}
