package io.keyledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.workspace.Workspaces;
import io.keyledger.testsupport.ScratchDatabase;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class QueryEntitiesTest {

    @Test
    void todaysSchemaHasWhatTheEntitiesNeed() {
        try (ScratchDatabase database = ScratchDatabase.create();
                Repositories repositories = new Repositories(database.query())) {
            assertThat(repositories.get(EntityManagerFactory.class).getMetamodel().getEntities())
                    .extracting(EntityType::getName)
                    .containsExactlyInAnyOrder(
                            "CurrentWorkspace",
                            "CurrentRole",
                            "LiveDeadLetter",
                            "ReplayRow",
                            "RebuildRow");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "views.workspace_v1, updated_at",
        "views.role_v1, permissions",
        "query.dead_letter, cause",
        "query.replay, started_at",
        "query.rebuild, digest_after"
    })
    void aMissingColumnRefusesTheStart(String table, String column) {
        assertRefused(
                "ALTER TABLE " + table + " DROP COLUMN " + column, "missing column [" + column);
    }

    @Test
    void aMissingTableRefusesTheStart() {
        assertRefused("DROP TABLE views.role_v1", "missing table [views.role_v1]");
    }

    @Test
    void aColumnOfAnotherTypeRefusesTheStart() {
        assertRefused(
                "ALTER TABLE query.rebuild ALTER COLUMN compared_at TYPE text",
                "wrong column type encountered in column [compared_at]");
    }

    @Test
    void aReadThatFailsLogsNothingOfItsStatement() {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        try (ScratchDatabase database = ScratchDatabase.create();
                Repositories repositories = new Repositories(database.query(), Workspaces.class)) {
            Workspaces workspaces = repositories.get(Workspaces.class);
            JdbcClient.create(database.superuser()).sql("DROP TABLE views.workspace_v1").update();
            log.start();
            root.addAppender(log);
            assertThatThrownBy(() -> workspaces.get("acme")).isNotInstanceOf(ApiProblem.class);
            // Pools of other tests, whose databases are gone, have threads of their own.
            String here = Thread.currentThread().getName();
            assertThat(log.list).filteredOn(event -> event.getThreadName().equals(here)).isEmpty();
        } finally {
            root.detachAppender(log);
        }
    }

    private static void assertRefused(String change, String complaint) {
        try (ScratchDatabase database = ScratchDatabase.create()) {
            JdbcClient.create(database.superuser()).sql(change).update();
            assertThatThrownBy(() -> new Repositories(database.query()).close())
                    .rootCause()
                    .hasMessageContaining(complaint);
        }
    }
}
