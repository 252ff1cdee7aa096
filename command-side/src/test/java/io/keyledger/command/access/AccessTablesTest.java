package io.keyledger.command.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.command.fixture.Acme;
import io.keyledger.command.fixture.CommandNode;
import io.keyledger.command.policy.SecurityPolicyCommand.DeleteSecurityPolicy;
import io.keyledger.command.policy.SecurityPolicyCommand.EditSecurityPolicy;
import io.keyledger.command.role.DeleteRole;
import io.keyledger.command.role.EditRole;
import io.keyledger.command.rule.Patch;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.command.serviceuser.ServiceUserCommand.AttachSecurityPolicy;
import io.keyledger.command.serviceuser.ServiceUserCommand.DeleteApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.DeleteServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.DisableApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.DisableServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.EditServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.EnableApiKey;
import io.keyledger.command.serviceuser.ServiceUserCommand.EnableServiceUser;
import io.keyledger.command.serviceuser.ServiceUserCommand.RegenerateSecret;
import io.keyledger.command.serviceuser.ServiceUserCommand.RenameApiKey;
import io.keyledger.command.usergroup.DeleteUserGroup;
import io.keyledger.command.usergroup.EditUserGroup;
import io.keyledger.command.workspace.WorkspaceCommand.RenameWorkspace;
import io.keyledger.shared.policy.PolicyGrant;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.PolicyState;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class AccessTablesTest {

    private static final UUID ROLE = UUID.randomUUID();
    private static final UUID GROUP = UUID.randomUUID();
    private static final UUID USER = UUID.randomUUID();
    private static final UUID POLICY = UUID.randomUUID();
    private static final PolicyGuards OFFICE =
            new PolicyGuards(List.of("192.0.2.0/24"), null, null, null, List.of(), null);
    private static final String KEY = Acme.keyId();

    private ScratchDatabase database;
    private CommandNode node;
    private JdbcClient sql;

    @BeforeEach
    void start() {
        database = ScratchDatabase.create();
        node = CommandNode.on(database);
        sql = JdbcClient.create(database.query());
        node.send(Acme.workspace());
        node.send(Acme.role(ROLE, "reader"));
        node.send(Acme.group(GROUP, "readers", ROLE));
        node.send(Acme.user(USER, "billing", List.of(GROUP), List.of(ROLE)));
        node.send(Acme.key(USER, KEY, "first"));
    }

    @AfterEach
    void stop() {
        node.close();
        database.close();
    }

    @Test
    void everyRowHasTheVersionOfItsStreamsLastEvent() {
        assertVersionsAreThoseOfTheStreams();
        node.send(new RenameWorkspace("acme", "Acme Ltd", null));
        node.send(new EditRole("acme", ROLE, "writer", "writes", List.of("orders:edit"), null));
        node.send(new EditUserGroup("acme", GROUP, "writers", "write", List.of(), null, null));
        node.send(Acme.policy(POLICY, "office", ROLE));
        node.send(
                new EditSecurityPolicy(
                        "acme",
                        POLICY,
                        "home",
                        null,
                        List.of(),
                        OFFICE,
                        PolicyState.MONITORING,
                        null));
        node.send(new EditUserGroup("acme", GROUP, null, null, null, List.of(POLICY), null));
        node.send(new AttachSecurityPolicy("acme", USER, POLICY));
        node.send(new RenameApiKey("acme", USER, KEY, "renamed"));
        node.send(new DisableApiKey("acme", USER, KEY));
        node.send(new EnableApiKey("acme", USER, KEY));
        node.send(new RegenerateSecret("acme", USER, KEY, Acme.hash(2), 60));
        node.send(new DisableServiceUser("acme", USER, null));
        node.send(new EnableServiceUser("acme", USER, null));
        node.send(new DeleteApiKey("acme", USER, KEY));
        assertVersionsAreThoseOfTheStreams();
        node.send(new DeleteServiceUser("acme", USER, null));
        assertVersionsAreThoseOfTheStreams();
    }

    @Test
    void editsOfAPolicyReachItsRows() {
        node.send(Acme.policy(POLICY, "office", ROLE));
        assertThat(texts("SELECT resources ->> 'match' FROM access.policy_grant"))
                .containsExactly("all");
        node.send(
                new EditSecurityPolicy(
                        "acme",
                        POLICY,
                        "Home",
                        null,
                        List.of(new PolicyGrant(ROLE, null)),
                        OFFICE,
                        PolicyState.ENABLED,
                        null));
        assertThat(
                        texts(
                                "SELECT name || ' ' || name_key || ' ' || state || ' ' || (guards -> 'networks')"
                                        + " FROM access.security_policy WHERE id = ?",
                                POLICY))
                .containsExactly("Home home enabled [\"192.0.2.0/24\"]");
        assertThat(texts("SELECT 'x' FROM access.policy_grant WHERE resources IS NULL")).hasSize(1);
        node.send(new DeleteSecurityPolicy("acme", POLICY, null));
        assertThat(texts("SELECT 'x' FROM access.policy_grant")).isEmpty();
        assertThat(texts("SELECT name FROM access.security_policy"))
                .containsExactly("key-age-90-days");
    }

    @Test
    void editsReachTheRows() {
        Instant expiry = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);
        node.send(new RenameWorkspace("acme", "Acme Ltd", null));
        node.send(new EditRole("acme", ROLE, "Writer", null, List.of("orders:edit"), null));
        node.send(edit("Invoicing", Patch.to(expiry)));
        assertThat(texts("SELECT name FROM access.workspace WHERE slug = 'acme'"))
                .containsExactly("Acme Ltd");
        assertThat(
                        texts(
                                "SELECT name || ' ' || name_key || ' ' || permissions[1] FROM access.role"
                                        + " WHERE id = ?",
                                ROLE))
                .containsExactly("Writer writer orders:edit");
        assertThat(
                        texts(
                                "SELECT username || ' ' || username_key FROM access.service_user"
                                        + " WHERE expires_at = ?::timestamptz",
                                expiry.toString()))
                .containsExactly("Invoicing invoicing");
        node.send(edit(null, Patch.to(null)));
        assertThat(texts("SELECT id FROM access.service_user WHERE expires_at IS NULL")).hasSize(1);
    }

    @Test
    void theOldSecretMovesToTheOverlapAndIsForgottenWithoutOne() {
        node.send(new RegenerateSecret("acme", USER, KEY, Acme.hash(2), 60));
        assertThat(key())
                .containsEntry("secret", "02".repeat(32))
                .containsEntry("overlap", "01".repeat(32))
                .containsEntry("until", true);
        node.send(new RegenerateSecret("acme", USER, KEY, Acme.hash(3), 0));
        assertThat(key())
                .containsEntry("secret", "03".repeat(32))
                .containsEntry("overlap", "")
                .containsEntry("until", false);
    }

    @Test
    void aDeletedServiceUserKeepsItsRowAndItsKeysButNothingElse() {
        node.send(new DeleteServiceUser("acme", USER, null));
        assertThat(texts("SELECT status FROM access.service_user")).containsExactly("deleted");
        assertThat(texts("SELECT status FROM access.api_key")).containsExactly("deleted");
        assertThat(texts("SELECT group_id FROM access.service_user_group")).isEmpty();
        assertThat(texts("SELECT role_id FROM access.service_user_role")).isEmpty();
        node.send(Acme.user(UUID.randomUUID(), "billing"));
    }

    @Test
    void deletedRolesAndGroupsAreGoneAndTheirNamesFree() {
        node.send(new DeleteServiceUser("acme", USER, null));
        node.send(new DeleteUserGroup("acme", GROUP, null));
        node.send(new DeleteRole("acme", ROLE, null));
        assertThat(texts("SELECT id FROM access.role WHERE id = ?", ROLE)).isEmpty();
        assertThat(texts("SELECT id FROM access.user_group WHERE id = ?", GROUP)).isEmpty();
        assertThat(texts("SELECT role_id FROM access.group_role WHERE group_id = ?", GROUP))
                .isEmpty();
        node.send(Acme.role(UUID.randomUUID(), "reader"));
        node.send(Acme.group(UUID.randomUUID(), "readers"));
    }

    @Test
    void aTakenNameIsRefusedAsSuchAndLeavesNothing() {
        long before = events();
        assertThatThrownBy(() -> node.send(Acme.user(UUID.randomUUID(), "BILLING")))
                .isInstanceOfSatisfying(Rejected.class, it -> isTaken(it, "USERNAME_TAKEN"));
        assertThatThrownBy(() -> node.send(Acme.role(UUID.randomUUID(), "Reader")))
                .isInstanceOfSatisfying(Rejected.class, it -> isTaken(it, "ROLE_NAME_TAKEN"));
        assertThatThrownBy(() -> node.send(Acme.group(UUID.randomUUID(), "READERS")))
                .isInstanceOfSatisfying(Rejected.class, it -> isTaken(it, "GROUP_NAME_TAKEN"));
        assertThat(events()).isEqualTo(before);
    }

    private static void isTaken(Rejected rejected, String code) {
        assertThat(rejected.code()).isEqualTo(RejectionCode.valueOf(code));
    }

    private static EditServiceUser edit(String username, Patch<Instant> expiresAt) {
        return new EditServiceUser(
                "acme",
                USER,
                username,
                null,
                Patch.unchanged(),
                null,
                expiresAt,
                null,
                null,
                null,
                null);
    }

    private void assertVersionsAreThoseOfTheStreams() {
        List<String> differing =
                texts(
                        """
                        SELECT stream || ': row ' || version || ', stream ' || last FROM (
                            SELECT id::text AS stream, version FROM access.role UNION ALL
                            SELECT id::text, version FROM access.user_group UNION ALL
                            SELECT id::text, version FROM access.service_user UNION ALL
                            SELECT id::text, version FROM access.security_policy UNION ALL
                            SELECT 'workspace:' || slug, version FROM access.workspace) rows
                        JOIN (SELECT stream, max(sequence) AS last FROM store.domain_event GROUP BY stream)
                             streams USING (stream)
                        WHERE version <> last
                        """);
        assertThat(differing).isEmpty();
    }

    private Map<String, Object> key() {
        return sql.sql(
                        """
                        SELECT encode(secret_hash, 'hex') AS secret,
                               coalesce(encode(overlap_hash, 'hex'), '') AS overlap,
                               overlap_until IS NOT NULL AS until FROM access.api_key
                        """)
                .query()
                .singleRow();
    }

    private long events() {
        return sql.sql("SELECT count(*) FROM store.domain_event").query(Long.class).single();
    }

    private List<String> texts(String query, Object... params) {
        return sql.sql(query).params(Arrays.asList(params)).query(String.class).list();
    }
}
