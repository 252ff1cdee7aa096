package io.keyledger.command.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.access.oidc.ClaimedGroup;
import io.keyledger.command.api.ApiCommand.AddRoute;
import io.keyledger.command.api.ApiCommand.CreateApi;
import io.keyledger.command.api.RouteForm;
import io.keyledger.command.fixture.Acme;
import io.keyledger.command.fixture.CommandNode;
import io.keyledger.command.person.PersonCommand.SignIn;
import io.keyledger.command.platform.WorkspaceCommand;
import io.keyledger.command.serviceuser.ServiceUserCommand.AttachSecurityPolicy;
import io.keyledger.command.usergroup.EditUserGroup;
import io.keyledger.command.workspace.WorkspaceCommand.CreateWorkspace;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A row that cannot be written takes its event with it, whichever table refuses. */
class RefusingTablesTest {

    private static final UUID ROLE = UUID.randomUUID();
    private static final UUID GROUP = UUID.randomUUID();
    private static final UUID POLICY = UUID.randomUUID();
    private static final UUID USER = UUID.randomUUID();

    private static ScratchDatabase database;
    private static CommandNode node;
    private static JdbcClient owner;

    private enum Table {
        WORKSPACE(new CreateWorkspace("other", "Other")),
        ROLE(Acme.role(UUID.randomUUID(), "a role")),
        USER_GROUP(Acme.group(UUID.randomUUID(), "a group")),
        GROUP_ROLE(Acme.group(UUID.randomUUID(), "a group", RefusingTablesTest.ROLE)),
        SERVICE_USER(Acme.user(UUID.randomUUID(), "a-user")),
        SERVICE_USER_GROUP(Acme.user(UUID.randomUUID(), "a-user", List.of(GROUP), List.of())),
        SERVICE_USER_ROLE(
                Acme.user(
                        UUID.randomUUID(), "a-user", List.of(), List.of(RefusingTablesTest.ROLE))),
        SECURITY_POLICY(Acme.policy(UUID.randomUUID(), "a policy")),
        POLICY_GRANT(Acme.policy(UUID.randomUUID(), "a policy", RefusingTablesTest.ROLE)),
        SERVICE_USER_POLICY(new AttachSecurityPolicy(Acme.SLUG, USER, POLICY)),
        GROUP_POLICY(new EditUserGroup(Acme.SLUG, GROUP, null, null, null, List.of(POLICY), null)),
        API(Acme.api(UUID.randomUUID())),
        API_HOST(Acme.api(UUID.randomUUID())),
        API_ROUTE(
                new AddRoute(
                        Acme.SLUG,
                        "routed",
                        UUID.randomUUID(),
                        RouteForm.of("GET", "/v1/things", "things:view", false, null, null),
                        null)),
        API_KEY(Acme.key(USER, Acme.keyId(), "a key")),
        PERSON(signIn()),
        PERSON_GROUP(signIn());

        private final WorkspaceCommand writing;

        Table(WorkspaceCommand writing) {
            this.writing = writing;
        }

        private static SignIn signIn() {
            return new SignIn(
                    UUID.randomUUID(),
                    "https://login.example",
                    "ada",
                    Instant.now(),
                    List.of(new ClaimedGroup(Acme.SLUG, "first")));
        }

        String tableName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @BeforeAll
    static void start() {
        database = ScratchDatabase.create();
        node = CommandNode.on(database);
        owner = JdbcClient.create(database.owner());
        node.send(Acme.workspace());
        node.send(Acme.role(ROLE, "first"));
        node.send(Acme.group(GROUP, "first"));
        node.send(Acme.user(USER, "first"));
        node.send(Acme.policy(POLICY, "first"));
        node.send(CreateApi.of(Acme.SLUG, UUID.randomUUID(), "routed", "", List.of()));
        owner.sql(
                        """
                        CREATE FUNCTION access.refuse() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN RAISE EXCEPTION 'a secret text'; END $$
                        """)
                .update();
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
    }

    @ParameterizedTest
    @EnumSource(Table.class)
    void leaveNeitherEventNorRow(Table table) {
        List<Long> before = counts();
        run(
                "CREATE TRIGGER refuse BEFORE INSERT ON access."
                        + table.tableName()
                        + " FOR EACH ROW EXECUTE FUNCTION access.refuse()");
        try {
            assertThatThrownBy(() -> node.send(table.writing))
                    .isInstanceOf(IllegalStateException.class)
                    .hasNoCause()
                    .message()
                    .doesNotContain("secret")
                    .doesNotContain("INSERT");
        } finally {
            run("DROP TRIGGER refuse ON access." + table.tableName());
        }
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void areAllTried() {
        List<String> written =
                owner.sql(
                                """
                                SELECT table_name FROM information_schema.tables
                                 WHERE table_schema = 'access' AND table_name NOT LIKE 'access_change%'
                                   AND table_name NOT IN ('rate_quota', 'answered_request')
                                """)
                        .query(String.class)
                        .list();
        assertThat(Arrays.stream(Table.values()).map(Table::tableName))
                .containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void areSatisfiedOnceNothingRefuses() {
        List<Long> before = counts();
        node.send(Acme.role(UUID.randomUUID(), "written after all"));
        assertThat(counts()).isNotEqualTo(before);
    }

    private static List<Long> counts() {
        return Arrays.stream(
                        """
                        store.domain_event store.ledger_pending access.access_change access.workspace
                        access.role access.user_group access.group_role access.service_user
                        access.service_user_group access.service_user_role access.api_key
                        access.security_policy access.policy_grant access.service_user_policy
                        access.group_policy access.api access.api_host access.api_route
                        access.person access.person_group
                        """
                                .split("\\s+"))
                .map(table -> owner.sql("SELECT count(*) FROM " + table).query(Long.class).single())
                .toList();
    }

    private static void run(String statement) {
        owner.sql(statement).update();
    }
}
