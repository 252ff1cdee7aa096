package io.keyledger.command.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.testing.CommandNode;
import io.keyledger.command.testing.TestWorkspace;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class UpgradeAtStartTest {

    private final ScratchDatabase database = ScratchDatabase.create();
    private final JdbcClient owner = JdbcClient.create(database.owner());

    @TempDir private Path data;
    private TestWorkspace old;
    private long events;

    /** As if an older release had made it: without the permissions and policies of today. */
    @BeforeEach
    void aWorkspaceOfAnOlderRelease() {
        try (CommandNode node = CommandNode.start(database, data)) {
            old = TestWorkspace.create(node.api(), database);
        }
        run("ALTER TABLE store.domain_event DISABLE TRIGGER append_only");
        run(
                """
                UPDATE store.domain_event e SET payload = convert_to(jsonb_set(
                         convert_from(payload, 'UTF8')::jsonb, '{permissions}',
                         (SELECT jsonb_agg(p)
                            FROM jsonb_array_elements_text(convert_from(payload, 'UTF8')::jsonb -> 'permissions') p
                           WHERE p NOT LIKE 'policies:%' AND p NOT LIKE 'routes:%'))::text, 'UTF8')
                 WHERE type = 'role.RoleCreated'
                """);
        run(
                "UPDATE access.role SET permissions = ARRAY(SELECT p FROM unnest(permissions) p"
                        + " WHERE p NOT LIKE 'policies:%' AND p NOT LIKE 'routes:%')");
        run("DELETE FROM access.security_policy");
        run("ALTER TABLE store.domain_event ENABLE TRIGGER append_only");
        events = events();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void getsTodaysPermissionsAndPoliciesOnce() {
        restart();

        assertThat(old.events("role.RolePermissionsChanged")).isEqualTo(4);
        assertThat(old.events("security-policy.SecurityPolicyCreated")).isEqualTo(2);
        assertThat(permissionsOf("security-administrator"))
                .contains("policies:manage", "policies:view", "routes:manage", "routes:view");
        assertThat(policies()).containsExactly("key-age-90-days");

        long after = events();
        assertThat(after).isGreaterThan(events);
        restart();
        assertThat(events()).isEqualTo(after);
    }

    @Test
    void twoNodesThatStartTogetherDoItOnce() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<CommandNode> one = threads.submit(() -> CommandNode.start(database, data));
            Future<CommandNode> two = threads.submit(() -> CommandNode.start(database, data));
            one.get().close();
            two.get().close();
        }

        assertThat(old.events("role.RolePermissionsChanged")).isEqualTo(4);
        assertThat(old.events("security-policy.SecurityPolicyCreated")).isEqualTo(2);
    }

    @Test
    void isOnRecordAsAnUpgrade() {
        restart();
        assertThat(
                        owner.sql(
                                        """
                                        SELECT DISTINCT convert_from(metadata, 'UTF8')::jsonb -> 'actor' ->> 'name'
                                          FROM store.domain_event WHERE type = 'role.RolePermissionsChanged'
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("upgrade");
    }

    private void restart() {
        CommandNode.start(database, data).close();
    }

    private List<String> permissionsOf(String role) {
        return owner.sql(
                        "SELECT unnest(permissions) FROM access.role WHERE workspace = ? AND name = ?")
                .params(old.slug(), role)
                .query(String.class)
                .list();
    }

    private List<String> policies() {
        return owner.sql("SELECT name FROM access.security_policy WHERE workspace = ?")
                .param(old.slug())
                .query(String.class)
                .list();
    }

    private long events() {
        return owner.sql("SELECT count(*) FROM store.domain_event").query(Long.class).single();
    }

    private void run(String statement) {
        owner.sql(statement).update();
    }
}
