package io.keyledger.command.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keyledger.command.fixture.Acme;
import io.keyledger.command.fixture.CommandNode;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.command.serviceuser.ServiceUserCommand.AttachSecurityPolicy;
import io.keyledger.command.usergroup.EditUserGroup;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.UUID;

/** What the tables refuse by themselves, behind the back of the rules. */
class ConstraintsTest {

    private static ScratchDatabase database;
    private static JdbcClient command;

    @BeforeAll
    static void start() {
        database = ScratchDatabase.create();
        command = JdbcClient.create(database.command());
        UUID role = UUID.randomUUID();
        UUID ownRole = UUID.randomUUID();
        UUID granted = UUID.randomUUID();
        UUID ofUser = UUID.randomUUID();
        UUID ofGroup = UUID.randomUUID();
        UUID group = UUID.randomUUID();
        try (CommandNode node = CommandNode.on(database)) {
            node.send(Acme.workspace());
            node.send(Acme.role(role, "of-group"));
            node.send(Acme.role(ownRole, "of-user"));
            node.send(Acme.group(group, "members", role));
            UUID user = UUID.randomUUID();
            node.send(Acme.user(user, "somebody", List.of(group), List.of(ownRole)));
            node.send(Acme.role(granted, "of-policy"));
            node.send(Acme.policy(ofUser, "of-user", granted));
            node.send(Acme.policy(ofGroup, "of-group"));
            node.send(new AttachSecurityPolicy(Acme.SLUG, user, ofUser));
            node.send(
                    new EditUserGroup(Acme.SLUG, group, null, null, null, List.of(ofGroup), null));
            node.send(Acme.api(UUID.randomUUID()));
            node.send(Acme.route(UUID.randomUUID(), "/v1/{a}"));
        }
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    WORKSPACE_TAKEN  | INSERT INTO access.workspace VALUES ('acme', 'Again', 0)
                    ROLE_NAME_TAKEN  | INSERT INTO access.role VALUES ('acme', gen_random_uuid(), 'x', 'of-group', '{}', false, 0)
                    GROUP_NAME_TAKEN | INSERT INTO access.user_group VALUES ('acme', gen_random_uuid(), 'x', 'members', false, 0)
                    USERNAME_TAKEN   | INSERT INTO access.service_user VALUES ('acme', gen_random_uuid(), 'x', 'somebody', 'enabled', NULL, 0)
                    API_NAME_TAKEN   | INSERT INTO access.api VALUES ('acme', gen_random_uuid(), 'x', 'catalog', 0)
                    HOST_TAKEN       | INSERT INTO access.api_host SELECT 'acme', 'catalog.example.com', id FROM access.api
                    AMBIGUOUS_ROUTE  | INSERT INTO access.api_route SELECT 'acme', api_id, gen_random_uuid(), method, '/v1/{b}', form FROM access.api_route
                    API_IN_USE       | DELETE FROM access.api WHERE name = 'catalog'
                    ROLE_IN_USE      | DELETE FROM access.role WHERE name = 'of-group'
                    ROLE_IN_USE      | DELETE FROM access.role WHERE name = 'of-user'
                    ROLE_IN_USE      | DELETE FROM access.role WHERE name = 'of-policy'
                    GROUP_IN_USE     | DELETE FROM access.user_group WHERE name = 'members'
                    POLICY_NAME_TAKEN | INSERT INTO access.security_policy VALUES ('acme', gen_random_uuid(), 'x', 'of-user', 'disabled', '{}', false, 0)
                    POLICY_IN_USE    | DELETE FROM access.security_policy WHERE name = 'of-user'
                    POLICY_IN_USE    | DELETE FROM access.security_policy WHERE name = 'of-group'
                    """)
    void areRefusalsOfTheDomain(RejectionCode code, String statement) {
        DataAccessException failure =
                catchThrowableOfType(
                        DataAccessException.class, () -> command.sql(statement).update());
        assertThat(Constraints.rejection(failure))
                .isInstanceOfSatisfying(
                        Rejected.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    @Test
    void otherViolationsAreFailures() {
        DataAccessException failure =
                catchThrowableOfType(
                        DataAccessException.class,
                        () ->
                                command.sql("INSERT INTO access.workspace VALUES ('?', 'Bad', 0)")
                                        .update());
        assertThat(Constraints.rejection(failure)).isSameAs(failure);
    }
}
