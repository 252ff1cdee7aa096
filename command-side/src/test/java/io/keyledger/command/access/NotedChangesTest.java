package io.keyledger.command.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.UUID;

/** Whatever changes a row that decisions rest on leaves a note, by which nodes know of it. */
class NotedChangesTest {

    private static ScratchDatabase database;
    private static JdbcClient owner;
    private static TransactionTemplate transactions;

    private record Noted(String table, String kind, String column) {

        String insert(UUID id) {
            return "INSERT INTO access.%s (%s) VALUES ('%s')".formatted(table, column, id);
        }

        String update(UUID id) {
            return "UPDATE access.%1$s SET %2$s = %2$s WHERE %2$s = '%3$s'"
                    .formatted(table, column, id);
        }

        String delete(UUID id) {
            return "DELETE FROM access.%s WHERE %s = '%s'".formatted(table, column, id);
        }
    }

    private static List<Noted> all() {
        return List.of(
                new Noted("role", "role", "id"),
                new Noted("user_group", "user-group", "id"),
                new Noted("group_role", "user-group", "group_id"),
                new Noted("group_policy", "user-group", "group_id"),
                new Noted("security_policy", "security-policy", "id"),
                new Noted("policy_grant", "security-policy", "policy_id"),
                new Noted("service_user", "service-user", "id"),
                new Noted("service_user_group", "service-user", "service_user_id"),
                new Noted("service_user_role", "service-user", "service_user_id"),
                new Noted("service_user_policy", "service-user", "service_user_id"),
                new Noted("api_key", "service-user", "service_user_id"),
                new Noted("api", "routes", "workspace"),
                new Noted("api_host", "routes", "workspace"),
                new Noted("api_route", "routes", "workspace"),
                new Noted("person", "person", "id"),
                new Noted("person_group", "person", "person_id"));
    }

    /** Of tables that hold rows of one column. */
    @BeforeAll
    static void start() {
        database = ScratchDatabase.create();
        owner = JdbcClient.create(database.owner());
        transactions = new TransactionTemplate(new JdbcTransactionManager(database.owner()));
        owner.sql(
                        """
                        DO $$
                        DECLARE
                            it record;
                        BEGIN
                            FOR it IN SELECT conrelid::regclass AS relation, conname AS name
                                        FROM pg_constraint
                                       WHERE connamespace = 'access'::regnamespace AND conrelid <> 0
                                         AND conrelid <> 'access.access_change'::regclass
                                       ORDER BY contype = 'f' DESC, contype <> 'n' DESC
                            LOOP
                                EXECUTE format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS %I CASCADE',
                                               it.relation, it.name);
                            END LOOP;
                        END $$
                        """)
                .update();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @ParameterizedTest
    @MethodSource("all")
    void byEachStatement(Noted noted) {
        UUID id = UUID.randomUUID();
        List<String> note = List.of(noted.kind() + " " + id);
        assertThat(notesOf(noted.insert(id))).isEqualTo(note);
        assertThat(notesOf(noted.update(id))).isEqualTo(note);
        assertThat(notesOf(noted.delete(id))).isEqualTo(note);
        assertThat(notesOf(noted.delete(id))).isEmpty();
    }

    @Test
    void onceInATransaction() {
        UUID id = UUID.randomUUID();
        String note = "service-user " + id;
        Noted group = noted("service_user_group");
        Noted user = noted("service_user");
        assertThat(notesOf(user.insert(id), group.insert(id), group.insert(id), user.update(id)))
                .containsExactly(note);
        UUID other = UUID.randomUUID();
        assertThat(notesOf(user.update(id), user.insert(other), group.delete(id)))
                .containsExactlyInAnyOrder(note, "service-user " + other);
    }

    /** What a savepoint takes back is not there to be relied on. */
    @Test
    void againAfterItsNoteWasTakenBack() {
        UUID id = UUID.randomUUID();
        Noted user = noted("service_user");
        List<String> note = List.of("service-user " + id);
        assertThat(
                        notesOf(
                                "SAVEPOINT before",
                                user.insert(id),
                                "ROLLBACK TO before",
                                user.insert(id)))
                .isEqualTo(note);
        assertThat(
                        notesOf(
                                user.update(id),
                                "SAVEPOINT before",
                                user.update(id),
                                "ROLLBACK TO before"))
                .isEqualTo(note);
    }

    /** What is left out decides nothing that a node remembers. */
    @Test
    void inEachTable() {
        List<String> tables =
                owner.sql(
                                """
                                SELECT table_name FROM information_schema.tables
                                 WHERE table_schema = 'access'
                                """)
                        .query(String.class)
                        .list();
        assertThat(tables)
                .containsAll(all().stream().map(Noted::table).toList())
                .hasSize(all().size() + 5)
                .contains(
                        "access_change",
                        "access_change_horizon",
                        "answered_request",
                        "rate_quota",
                        "workspace");
    }

    private static Noted noted(String table) {
        return all().stream().filter(it -> it.table().equals(table)).findFirst().orElseThrow();
    }

    private static List<String> notesOf(String... statements) {
        return transactions.execute(
                _ -> {
                    for (String statement : statements) {
                        owner.sql(statement).update();
                    }
                    return owner.sql(
                                    """
                                    SELECT kind || ' ' || id FROM access.access_change
                                     WHERE xid = pg_current_xact_id()
                                    """)
                            .query(String.class)
                            .list();
                });
    }
}
