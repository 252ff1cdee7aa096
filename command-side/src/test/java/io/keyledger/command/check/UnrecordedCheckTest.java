package io.keyledger.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.testing.Answer;
import io.keyledger.command.testing.RawHttp;
import io.keyledger.command.testing.RawHttp.Reply;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What each way in answers while nothing can be recorded: never that somebody may pass. */
class UnrecordedCheckTest extends WithGateway {

    private static final String RETRY_AFTER = "Retry-After";
    private static final String CODE = "not-recorded";

    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void eachWayRefusesForTheMomentAndAnswersAgainByItself() throws Exception {
        assertThat(statuses()).containsOnly(200);
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            whileNobodyConnects(statement, this::assertThatAllRefuse);
        }
        assertThat(statusesInTheEnd()).containsOnly(200);
    }

    /** Connections that were kept and have ended are found out one by one. */
    private static List<Integer> statusesInTheEnd() throws IOException, InterruptedException {
        List<Integer> statuses = statuses();
        for (int tries = 0; tries < 100 && statuses.contains(503); tries++) {
            Thread.sleep(100);
            statuses = statuses();
        }
        return statuses;
    }

    private void assertThatAllRefuse() throws IOException {
        for (Answer answer : List.of(check(), batch(), introspection())) {
            answer.expectProblem(503, CODE);
            assertThat(answer.header(RETRY_AFTER)).isEqualTo("1");
        }
        Reply forwarded = forwarded();
        assertThat(forwarded.status()).isEqualTo(503);
        assertThat(forwarded.header("Keyledger-Reason")).isEqualTo(CODE);
        assertThat(forwarded.header(RETRY_AFTER)).isEqualTo("1");
        assertThat(forwarded.header("Keyledger-Service-User")).isNull();
    }

    private static List<Integer> statuses() throws IOException {
        return List.of(
                check().status(), batch().status(), introspection().status(), forwarded().status());
    }

    private static Answer check() {
        return node.api(gateway.gatewayKey()).post("/checks", asked());
    }

    private static Answer batch() {
        return node.api(gateway.gatewayKey())
                .post("/checks:batch", "{\"checks\": [" + asked() + "]}");
    }

    private static String asked() {
        return "{\"key\": \"%s\", \"permission\": \"catalog.assets:view\"}"
                .formatted(gateway.clientKey());
    }

    private static Answer introspection() {
        return node.api("nobody")
                .outside(
                        "/oauth2/introspect",
                        "Bearer " + gateway.gatewayKey(),
                        FORM,
                        "token=" + gateway.clientKey());
    }

    private static Reply forwarded() throws IOException {
        return RawHttp.send(
                node.port(),
                "GET /auth HTTP/1.1",
                List.of(
                        "Keyledger-Gateway-Key: " + gateway.gatewayKey(),
                        "Authorization: Bearer " + gateway.clientKey(),
                        "X-Original-Method: GET",
                        "X-Original-URI: /v1/assets/7"));
    }

    private interface Step {
        void run() throws IOException;
    }

    /** As if the database were away: the others' connections end, and no new one is let in. */
    private static void whileNobodyConnects(Statement statement, Step step)
            throws SQLException, IOException {
        allowConnections(statement, false);
        try {
            statement.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
            step.run();
        } finally {
            allowConnections(statement, true);
        }
    }

    private static void allowConnections(Statement statement, boolean allowed) throws SQLException {
        statement.execute(
                "UPDATE pg_database SET datallowconn = %s WHERE datname = current_database()"
                        .formatted(allowed));
    }
}
