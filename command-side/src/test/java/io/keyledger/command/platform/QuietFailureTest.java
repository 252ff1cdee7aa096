package io.keyledger.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;

import io.keyledger.command.fixture.Acme;
import io.keyledger.command.fixture.CommandNode;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.UUID;

/** The driver's texts hold the statement with its values, and those hold what nobody may read. */
class QuietFailureTest {

    @Test
    void noStatementIsLoggedOrThrown() {
        Logger root = (Logger) LoggerFactory.getLogger("ROOT");
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        try (ScratchDatabase database = ScratchDatabase.create();
                CommandNode node = CommandNode.on(database)) {
            node.send(Acme.workspace());
            refuseEvents(database);
            root.addAppender(logged);
            assertThatThrownBy(() -> node.send(Acme.role(UUID.randomUUID(), "classified")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasNoCause()
                    .hasMessage("the database refused what a command wrote");
        } finally {
            root.detachAppender(logged);
        }
        assertThat(texts(logged)).anyMatch(it -> it.contains("SQLState P0001"));
        assertThat(texts(logged))
                .noneMatch(it -> it.contains("INSERT") || it.contains("classified"));
    }

    private static void refuseEvents(ScratchDatabase database) {
        JdbcClient owner = JdbcClient.create(database.owner());
        owner.sql(
                        """
                        CREATE FUNCTION store.refuse() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN RAISE EXCEPTION 'INSERT of % refused', convert_from(NEW.payload, 'UTF8'); END $$
                        """)
                .update();
        owner.sql(
                        "CREATE TRIGGER refuse BEFORE INSERT ON store.domain_event"
                                + " FOR EACH ROW EXECUTE FUNCTION store.refuse()")
                .update();
    }

    private static List<String> texts(ListAppender<ILoggingEvent> logged) {
        return logged.list.stream()
                .filter(it -> it.getLevel().isGreaterOrEqual(Level.INFO))
                .map(
                        it ->
                                it.getFormattedMessage()
                                        + ThrowableProxyUtil.asString(it.getThrowableProxy()))
                .toList();
    }
}
