package io.keyledger.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.fixture.CommandNode;
import io.keyledger.command.platform.DecisionLocks.Mode;
import io.keyledger.shared.record.RecordedActor;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

class DecisionLocksTest {

    private static ScratchDatabase database;
    private static CommandNode node;
    private static JdbcClient sql;

    @BeforeAll
    static void start() {
        database = ScratchDatabase.create();
        node = CommandNode.on(database);
        sql = node.bean("commandJdbcClient", JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
    }

    @Test
    void anActorOfTheWorkspaceTakesItsWorkspaceAndTheStream() {
        assertThat(held("acme", "acme", Mode.SHARED))
                .containsExactlyInAnyOrder("workspace acme shared", "stream s exclusive");
    }

    @Test
    void whatTakesAwayTakesTheWorkspaceAlone() {
        assertThat(held("acme", "acme", Mode.EXCLUSIVE))
                .containsExactlyInAnyOrder("workspace acme exclusive", "stream s exclusive");
    }

    @Test
    void anActorOfTheSystemAlsoSharesTheSystem() {
        assertThat(held("system", "acme", Mode.EXCLUSIVE))
                .containsExactlyInAnyOrder(
                        "workspace system shared",
                        "workspace acme exclusive",
                        "stream s exclusive");
    }

    @Test
    void inTheSystemItselfItIsTakenOnce() {
        assertThat(held("system", "system", Mode.EXCLUSIVE))
                .containsExactlyInAnyOrder("workspace system exclusive", "stream s exclusive");
    }

    @Test
    void theyEndWithTheTransactionAndSoDoesTheTimeout() {
        held("acme", "acme", Mode.EXCLUSIVE);
        assertThat(locks()).isEmpty();
        assertThat(sql.sql("SHOW lock_timeout").query(String.class).single()).isEqualTo("0");
    }

    private static List<String> held(String actorWorkspace, String workspace, Mode mode) {
        CallerInfo caller =
                new CallerInfo(
                        RecordedActor.system("a test"),
                        actorWorkspace,
                        null,
                        null,
                        null,
                        null,
                        UUID.randomUUID());
        TransactionTemplate transaction =
                new TransactionTemplate(
                        node.bean("commandTransactionManager", PlatformTransactionManager.class));
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            node.bean(DecisionLocks.class).take(caller, workspace, mode, "s");
                            assertThat(sql.sql("SHOW lock_timeout").query(String.class).single())
                                    .isEqualTo("5s");
                            return locks();
                        }));
    }

    private static List<String> locks() {
        return sql.sql(
                        """
                        SELECT CASE classid::bigint WHEN x'4b4c0001'::int THEN 'workspace '
                                                    WHEN x'4b4c0002'::int THEN 'stream ' END || name
                               || CASE mode WHEN 'ShareLock' THEN ' shared' ELSE ' exclusive' END
                          FROM pg_locks
                          JOIN unnest(ARRAY['acme', 'system', 's']) name
                            ON objid::bigint = hashtext(name)::bigint & x'ffffffff'::bigint
                         WHERE locktype = 'advisory' AND granted
                           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                        """)
                .query(String.class)
                .list();
    }
}
