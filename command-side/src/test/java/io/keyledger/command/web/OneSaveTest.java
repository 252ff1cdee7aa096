package io.keyledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.testing.Answer;
import io.keyledger.command.testing.CommandNode;
import io.keyledger.command.testing.TestWorkspace;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** A service user saved in one go: all of it in one transaction, or none of it. */
class OneSaveTest {

    private static final String NOBODY = "01890000-0000-7000-8000-000000000000";

    private static ScratchDatabase database;
    private static CommandNode node;

    private TestWorkspace acme;
    private String group;
    private String role;

    @BeforeAll
    static void start(@TempDir Path data) {
        database = ScratchDatabase.create();
        node = CommandNode.start(database, data);
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
    }

    @BeforeEach
    void aWorkspaceWithAGroupAndARole() {
        acme = TestWorkspace.create(node.api(), database);
        group = acme.group("readers", acme.role("reader", "catalog:view"));
        role = acme.role("writer", "catalog:edit");
    }

    @Nested
    class Creating {

        @Test
        void isOneEventPerChangeInOneTransaction() {
            Answer created = create("Billing", group, role).expect(201);

            assertThat(types(created.id()))
                    .containsExactly(
                            "service-user.ServiceUserCreated",
                            "service-user.GroupAssigned",
                            "service-user.RoleAssigned");
            assertThat(transactions(created.id())).isEqualTo(1);
            assertThat(created.etag()).isEqualTo("\"2\"");
            assertThat(created.json().get("groups").get(0).asString()).isEqualTo(group);
            assertThat(created.json().get("roles").get(0).asString()).isEqualTo(role);
        }

        @Test
        void whatIsNamedTwiceIsAssignedOnce() {
            Answer created =
                    create("Billing", group + "\", \"" + group, role + "\", \"" + role).expect(201);

            assertThat(created.etag()).isEqualTo("\"2\"");
        }

        @Test
        void isRefusedWholeForTheLastThingThatIsWrong() {
            long before = acme.events();

            assertThat(create("Billing", group, NOBODY).expectProblem(404, "unknown-role"))
                    .extracting(problem -> problem.text("field"))
                    .isEqualTo("roles[0]");

            assertThat(acme.events()).isEqualTo(before);
            assertThat(users("Billing")).isZero();
            create("Billing", group, role).expect(201);
        }

        @Test
        void isRefusedWholeForOneRoleThatTheCallerCannotGrant() {
            TestWorkspace mine = manager("catalog:view");
            long before = acme.events();

            Answer refused =
                    mine.api()
                            .post(acme.path("/service-users"), body("Billing", group, role))
                            .expectProblem(403, "permission-not-held");

            assertThat(refused.text("field")).isEqualTo("roles[0]");
            assertThat(acme.events()).isEqualTo(before);
            assertThat(users("Billing")).isZero();
        }

        @Test
        void isRefusedWholeForANameThatIsTaken() {
            acme.newUser("Billing");
            long before = acme.events();

            create("BILLING", group, role).expectProblem(409, "username-taken");

            assertThat(acme.events()).isEqualTo(before);
        }
    }

    @Nested
    class Editing {

        @Test
        void isOneEventPerChangeInOneTransaction() {
            String user = create("Billing", group, role).expect(201).id();
            String other = acme.group("others");
            long before = transactions(user);

            Answer edited = edit(acme, user, "Invoicing", other, role).expect(200);

            assertThat(types(user))
                    .endsWith(
                            "service-user.ServiceUserDetailsChanged",
                            "service-user.GroupUnassigned",
                            "service-user.GroupAssigned");
            assertThat(edited.etag()).isEqualTo("\"5\"");
            assertThat(transactions(user)).isEqualTo(before + 1);
            assertThat(groups(user)).containsExactly(UUID.fromString(other));
        }

        @Test
        void isRefusedWholeForOneRoleThatTheCallerCannotGrant() {
            String user = acme.newUser("Billing");
            TestWorkspace mine = manager("catalog:view");
            long before = acme.events();

            assertThat(edit(mine, user, "Invoicing", group, role).status()).isEqualTo(403);

            assertThat(acme.events()).isEqualTo(before);
            assertThat(groups(user)).isEmpty();
            assertThat(users("Billing")).isEqualTo(1);
        }

        @Test
        void isRefusedWholeForANameThatIsTaken() {
            acme.newUser("Invoicing");
            String user = acme.newUser("Billing");
            long before = acme.events();

            edit(acme, user, "Invoicing", group, role).expectProblem(409, "username-taken");

            assertThat(acme.events()).isEqualTo(before);
            assertThat(groups(user)).isEmpty();
        }

        @Test
        void leavesTheLastAdministratorHisGroups() {
            String admins = acme.builtInGroup("security-administrators");
            String user = acme.newUser("First", admins);
            acme.key(user, "key");
            long before = acme.events();

            edit(acme, user, "Renamed", group, role).expectProblem(409, "last-administrator");

            assertThat(acme.events()).isEqualTo(before);
            assertThat(groups(user)).containsExactly(UUID.fromString(admins));
            assertThat(users("First")).isEqualTo(1);
        }
    }

    /** The workspace as somebody sees it who manages service users and holds some more. */
    private TestWorkspace manager(String... more) {
        String manages = acme.role("manager", "service-users:manage");
        String user = acme.newUser("Manager");
        acme.assignRole(user, manages).expect(204);
        acme.assignRole(user, acme.role("more", more)).expect(204);
        return acme.as(acme.key(user, "key"));
    }

    private Answer create(String username, String groups, String roles) {
        return acme.api().post(acme.path("/service-users"), body(username, groups, roles));
    }

    private static Answer edit(
            TestWorkspace as, String user, String username, String groups, String roles) {
        return as.api().patch(as.user(user), body(username, groups, roles));
    }

    private static String body(String username, String groups, String roles) {
        return "{\"username\": \"%s\", \"groups\": [\"%s\"], \"roles\": [\"%s\"]}"
                .formatted(username, groups, roles);
    }

    private static List<String> types(String user) {
        return sql("SELECT type FROM store.domain_event WHERE stream = ? ORDER BY sequence", user)
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** In how many transactions a service user's events were written. */
    private static long transactions(String user) {
        return sql("SELECT DISTINCT xmin::text FROM store.domain_event WHERE stream = ?", user)
                .size();
    }

    private static List<Object> groups(String user) {
        return sql(
                "SELECT group_id FROM access.service_user_group WHERE service_user_id = ?::uuid",
                user);
    }

    private long users(String username) {
        return acme.database()
                .sql(
                        "SELECT count(*) FROM access.service_user WHERE workspace = ? AND username = ?")
                .params(acme.slug(), username)
                .query(Long.class)
                .single();
    }

    private static List<Object> sql(String query, String parameter) {
        return JdbcClient.create(database.owner())
                .sql(query)
                .param(parameter)
                .query()
                .singleColumn();
    }
}
