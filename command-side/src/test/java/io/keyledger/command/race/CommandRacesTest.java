package io.keyledger.command.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.testing.Answer;
import io.keyledger.command.testing.TestWorkspace;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

class CommandRacesTest {

    private static TwoNodes nodes;

    private TestWorkspace acme;

    @BeforeAll
    static void start(@TempDir Path data) {
        nodes = new TwoNodes(data);
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @BeforeEach
    void aWorkspace() {
        acme = nodes.workspace();
    }

    @Test
    void oneOfManyGetsAUsername() throws Exception {
        List<Answer> answers =
                race(i -> () -> at(i).createUser(i % 3 == 0 ? "BILLING" : "billing"));

        assertThat(acceptedOf(answers)).isOne();
        assertThat(refusals(answers)).containsOnly("username-taken");
        assertThat(acme.events("service-user.ServiceUserCreated")).isOne();
    }

    @Test
    void oneOfManyRenamesToAUsername() throws Exception {
        List<String> users =
                IntStream.range(0, TwoNodes.THREADS)
                        .mapToObj(i -> acme.newUser("user " + i))
                        .toList();

        List<Answer> answers =
                race(
                        i ->
                                () ->
                                        at(i).api()
                                                .patch(
                                                        acme.user(users.get(i)),
                                                        "{\"username\": \"wanted\"}"));

        assertThat(acceptedOf(answers)).isOne();
        assertThat(refusals(answers)).containsOnly("username-taken");
    }

    @Test
    void oneOfManyMakesARoleAGroupAndAWorkspaceOfAName() throws Exception {
        List<Answer> roles = race(i -> () -> at(i).createRole("reader"));
        List<Answer> groups = race(i -> () -> at(i).createGroup("readers"));
        String body = "{\"slug\": \"%s-two\", \"name\": \"Two\"}".formatted(acme.slug());
        List<Answer> workspaces = race(i -> () -> nodes.api(i).post("/workspaces", body));

        assertThat(acceptedOf(roles)).isOne();
        assertThat(acceptedOf(groups)).isOne();
        assertThat(acceptedOf(workspaces)).isOne();
        assertThat(refusals(roles)).containsOnly("role-name-taken");
        assertThat(refusals(groups)).containsOnly("group-name-taken");
        assertThat(refusals(workspaces)).containsOnly("workspace-taken");
    }

    @Test
    void aServiceUserGetsAtMostTwoKeys() throws Exception {
        String user = acme.newUser("Billing");

        List<Answer> answers = race(i -> () -> at(i).generateKey(user, "key " + i));

        assertThat(acceptedOf(answers)).isEqualTo(2);
        assertThat(refusals(answers)).containsOnly("too-many-api-keys");
        assertThat(acme.events("service-user.ApiKeyGenerated")).isEqualTo(2);
    }

    @Test
    void deletingMakesPlaceForAsManyKeysAsWereDeleted() throws Exception {
        String user = acme.newUser("Billing");
        List<String> old =
                List.of(
                        Objects.requireNonNull(
                                acme.generateKey(user, "a").expect(201).text("keyId")),
                        Objects.requireNonNull(
                                acme.generateKey(user, "b").expect(201).text("keyId")));

        List<Answer> answers =
                race(
                        i ->
                                i < 2
                                        ? () ->
                                                at(i).api()
                                                        .delete(
                                                                acme.user(user)
                                                                        + "/keys/"
                                                                        + old.get(i))
                                        : () -> at(i).generateKey(user, "key " + i));

        assertThat(answers.subList(0, 2)).allMatch(Answer::accepted);
        assertThat(acceptedOf(answers.subList(2, answers.size()))).isBetween(0L, 2L);
        assertThat(liveKeys(user)).isLessThanOrEqualTo(2);
    }

    @Test
    void aRoleIsEitherAssignedOrDeleted() throws Exception {
        for (int round = 0; round < 6; round++) {
            String role = acme.role("role " + round, "catalog:view");
            String user = acme.newUser("user " + round);

            List<Answer> answers =
                    race(
                            i ->
                                    i % 8 == 0
                                            ? () -> at(i).api().delete(acme.path("/roles/" + role))
                                            : () -> at(i).assignRole(user, role));

            boolean deleted = every(answers, 8).stream().anyMatch(Answer::accepted);
            assertThat(holders("service_user_role", "role_id", role)).isEqualTo(deleted ? 0 : 1);
            assertThat(refusals(answers)).isSubsetOf("role-in-use", "unknown-role");
            assertThat(eventsOf(role, "role.RoleDeleted")).isEqualTo(deleted ? 1 : 0);
            assertThat(eventsOf(user, "service-user.RoleAssigned")).isEqualTo(deleted ? 0 : 1);
        }
    }

    @Test
    void aGroupIsEitherJoinedOrDeleted() throws Exception {
        for (int round = 0; round < 6; round++) {
            String group = acme.group("group " + round);
            String user = acme.newUser("user " + round);

            List<Answer> answers =
                    race(
                            i ->
                                    i % 8 == 0
                                            ? () ->
                                                    at(i).api()
                                                            .delete(acme.path("/groups/" + group))
                                            : () -> at(i).assignGroup(user, group));

            boolean deleted = every(answers, 8).stream().anyMatch(Answer::accepted);
            assertThat(holders("service_user_group", "group_id", group)).isEqualTo(deleted ? 0 : 1);
            assertThat(refusals(answers)).isSubsetOf("group-in-use", "unknown-group");
            assertThat(eventsOf(user, "service-user.GroupAssigned")).isEqualTo(deleted ? 0 : 1);
        }
    }

    @Test
    void assigningOnceAndAgainIsOneEvent() throws Exception {
        String group = acme.group("readers");
        String user = acme.newUser("Billing");

        List<Answer> answers = race(i -> () -> at(i).assignGroup(user, group));

        assertThat(answers).allMatch(Answer::accepted);
        assertThat(eventsOf(user, "service-user.GroupAssigned")).isOne();
    }

    @Test
    void oneOfManyEditsOfOneVersionIsTaken() throws Exception {
        Answer created = acme.createUser("Billing").expect(201);

        List<Answer> answers =
                race(
                        i ->
                                () ->
                                        at(i).api()
                                                .patch(
                                                        acme.user(created.id()),
                                                        "{\"description\": \"edit %d\"}"
                                                                .formatted(i),
                                                        "If-Match",
                                                        created.etag()));

        assertThat(acceptedOf(answers)).isOne();
        assertThat(refusals(answers)).containsOnly("stale-version");
    }

    @Test
    void noOrderOfOperationsMakesAServiceUserAnOwner() throws Exception {
        String owner = acme.builtInRole("workspace-owner");
        String owners = acme.builtInGroup("workspace-owners");
        String role = acme.role("custom");
        String group = acme.group("custom", role);
        String user = acme.newUser("Billing");

        List<Answer> answers =
                race(
                        i ->
                                () ->
                                        switch (i % 6) {
                                            case 0 -> at(i).assignGroup(user, group);
                                            case 1 -> at(i).assignGroup(user, owners);
                                            case 2 -> at(i).assignRole(user, owner);
                                            case 3 ->
                                                    at(i).api()
                                                            .patch(
                                                                    acme.path("/groups/" + group),
                                                                    "{\"roles\": %s}"
                                                                            .formatted(
                                                                                    TestWorkspace
                                                                                            .list(
                                                                                                    owner)));
                                            case 4 ->
                                                    at(i).api()
                                                            .patch(
                                                                    acme.path("/roles/" + role),
                                                                    "{\"permissions\":"
                                                                            + " [\"workspace.ownership:manage\"]}");
                                            default -> at(i).createUser("new " + i, owners);
                                        });

        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).status()).isEqualTo(i % 6 == 0 ? 204 : 403);
        }
        assertThat(ownersAmongServiceUsers()).isZero();
    }

    @Test
    void theLastAdministratorStaysWhoeverRaces() throws Exception {
        for (int round = 0; round < 4; round++) {
            TestWorkspace there = nodes.workspace();
            String group = there.builtInGroup("security-administrators");
            List<String> users = new ArrayList<>();
            List<String> keys = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                users.add(there.newUser("admin " + i, group));
                keys.add(there.generateKey(users.get(i), "key").expect(201).text("keyId"));
            }

            List<Answer> answers =
                    race(i -> () -> takeAway(there.through(nodes.api(i)), users, keys, group, i));

            assertThat(administrators(there, group)).isPositive();
            assertThat(refusals(answers)).contains("last-administrator");
            assertThat(refusals(answers))
                    .isSubsetOf("last-administrator", "unknown-service-user", "unknown-api-key");
        }
    }

    private static Answer takeAway(
            TestWorkspace there, List<String> users, List<String> keys, String group, int i) {
        String user = there.user(users.get(i / 8));
        return switch (i % 5) {
            case 0 -> there.api().post(user + ":disable");
            case 1 -> there.api().delete(user);
            case 2 -> there.api().delete(user + "/groups/" + group);
            case 3 -> there.api().delete(user + "/keys/" + keys.get(i / 8));
            default -> there.api().patch(user, "{\"groups\": []}");
        };
    }

    private List<Answer> race(IntFunction<Callable<Answer>> asked) throws InterruptedException {
        return nodes.race(IntStream.range(0, TwoNodes.THREADS).mapToObj(asked).toList());
    }

    private TestWorkspace at(int number) {
        return acme.through(nodes.api(number));
    }

    private static List<Answer> every(List<Answer> answers, int step) {
        return IntStream.range(0, answers.size())
                .filter(i -> i % step == 0)
                .mapToObj(answers::get)
                .toList();
    }

    private static long acceptedOf(List<Answer> answers) {
        return answers.stream().filter(Answer::accepted).count();
    }

    private static List<String> refusals(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> !answer.accepted())
                .map(answer -> String.valueOf(answer.text("code")))
                .distinct()
                .toList();
    }

    private long holders(String table, String column, String id) {
        return count(
                "SELECT count(*) FROM access.%s WHERE %s = ?::uuid".formatted(table, column), id);
    }

    private long eventsOf(String stream, String type) {
        return acme.database()
                .sql("SELECT count(*) FROM store.domain_event WHERE stream = ? AND type = ?")
                .params(stream, type)
                .query(Long.class)
                .single();
    }

    private long liveKeys(String user) {
        return count(
                "SELECT count(*) FROM access.api_key"
                        + " WHERE service_user_id = ?::uuid AND status <> 'deleted'",
                user);
    }

    private long ownersAmongServiceUsers() {
        return count(
                """
                SELECT count(*) FROM (
                    SELECT role_id FROM access.service_user_role
                    UNION ALL
                    SELECT role_id FROM access.service_user_group JOIN access.group_role USING (group_id)
                ) held JOIN access.role r ON r.id = held.role_id
                 WHERE r.workspace = ? AND r.permissions::text LIKE '%workspace.ownership%'
                """,
                acme.slug());
    }

    private long administrators(TestWorkspace there, String group) {
        return there.database()
                .sql(
                        """
                        SELECT count(DISTINCT u.id)
                          FROM access.service_user u
                          JOIN access.service_user_group g ON g.service_user_id = u.id
                          JOIN access.api_key k ON k.service_user_id = u.id AND k.status = 'enabled'
                         WHERE u.workspace = ? AND u.status = 'enabled' AND g.group_id = ?::uuid
                        """)
                .params(there.slug(), group)
                .query(Long.class)
                .single();
    }

    private long count(String sql, String param) {
        return acme.database().sql(sql).param(param).query(Long.class).single();
    }
}
