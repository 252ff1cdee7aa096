package io.keyledger.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

@Isolated("a node that starts meanwhile sets up logging anew")
class LogCorrelationTest {

    private static final List<String> LOGGERS =
            List.of(
                    "io.keyledger.access.web.KeyAuthenticationInterceptor",
                    "io.keyledger.command.platform.AxonCommands");

    @TempDir private Path data;
    private final ListAppender<ILoggingEvent> lines =
            new ListAppender<>() {
                @Override
                protected void append(ILoggingEvent line) {
                    line.prepareForDeferredProcessing(); // or it would ask this test's thread
                    super.append(line);
                }
            };

    @AfterEach
    void logAsUsual() {
        LOGGERS.forEach(name -> logger(name).detachAppender(lines));
    }

    @Test
    void linesOfTheGateAndOfACommandCarryTheRequestsCorrelationId() throws Exception {
        try (ScratchDatabase database = ScratchDatabase.create();
                Node node = Node.start(database, data)) {
            lines.start();
            LOGGERS.forEach(name -> logger(name).addAppender(lines));
            run(database, "ALTER TABLE access.workspace RENAME COLUMN version TO gone");
            String id = UUID.randomUUID().toString();
            Api api = node.administrator();
            Answer answer =
                    api.send(
                            api.request("/api/v1/workspaces")
                                    .header("Content-Type", "application/json")
                                    .header("X-Correlation-Id", id)
                                    .POST(
                                            BodyPublishers.ofString(
                                                    "{\"slug\":\"acme\",\"name\":\"Acme\"}")));
            assertThat(answer.status()).isEqualTo(500);
            assertThat(lines.list).extracting(ILoggingEvent::getLoggerName).containsAll(LOGGERS);
            assertThat(lines.list)
                    .allSatisfy(
                            line ->
                                    assertThat(line.getMDCPropertyMap())
                                            .containsEntry("correlationId", id));
        }
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    private static void run(ScratchDatabase database, String sql) throws Exception {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
