package io.keyledger.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Rules hold whoever races: 64 threads at once against two nodes on one database. */
class RacesTest {

    private static final int THREADS = 64;
    private static final String ACME = "/api/v1/workspaces/acme";

    @TempDir private static Path data;
    private static ScratchDatabase database;
    private static Node one;
    private static Node two;
    private static Api[] nodes;

    @BeforeAll
    static void start() throws Exception {
        database = ScratchDatabase.create();
        one = Node.start(database, data);
        two = Node.start(database, data);
        nodes = new Api[] {one.administrator(), two.administrator()};
        nodes[0].post("/api/v1/workspaces", "{\"slug\":\"acme\",\"name\":\"Acme\"}").mustBe(201);
    }

    @AfterAll
    static void stop() {
        two.close();
        one.close();
        database.close();
    }

    @Test
    void oneUsernameIsGivenOnce() throws Exception {
        List<Answer> answers =
                race(
                        thread ->
                                node(thread)
                                        .post(
                                                ACME + "/service-users",
                                                "{\"username\":\"%s\"}"
                                                        .formatted(
                                                                thread % 3 == 0
                                                                        ? "Same"
                                                                        : "same")));
        assertThat(answers.stream().filter(it -> it.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(it -> it.status() != 201))
                .allSatisfy(it -> assertThat(it.text("code")).isEqualTo("username-taken"));
    }

    @Test
    void aServiceUserHasAtMostTwoKeys() throws Exception {
        String user = user("two-keys", "");
        List<Answer> answers =
                race(
                        thread ->
                                node(thread)
                                        .post(
                                                ACME + "/service-users/" + user + "/keys",
                                                "{\"name\":\"key " + thread + "\"}"));
        assertThat(answers.stream().filter(it -> it.status() == 201)).hasSize(2);
        assertThat(answers.stream().filter(it -> it.status() != 201))
                .allSatisfy(it -> assertThat(it.text("code")).isEqualTo("too-many-api-keys"));
    }

    @Test
    void whatIsInUseIsNotDeleted() throws Exception {
        List<String> users = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            users.add(user("member-" + i, ""));
        }
        for (int round = 0; round < 5; round++) {
            String group = group("in-use-" + round, "");
            List<Answer> answers =
                    race(
                            thread ->
                                    thread % 8 == 0
                                            ? node(thread).delete(ACME + "/groups/" + group)
                                            : node(thread)
                                                    .put(
                                                            ACME
                                                                    + "/service-users/"
                                                                    + users.get(thread)
                                                                    + "/groups/"
                                                                    + group));
            long assigned = 0;
            long deleted = 0;
            for (int thread = 0; thread < THREADS; thread++) {
                assertThat(answers.get(thread).status()).isIn(204, 404, 409);
                if (answers.get(thread).status() == 204) {
                    assigned += thread % 8 == 0 ? 0 : 1;
                    deleted += thread % 8 == 0 ? 1 : 0;
                }
            }
            assertThat(assigned > 0).isNotEqualTo(deleted > 0);
            assertThat(
                            Sql.count(
                                    database,
                                    "access.service_user_group WHERE group_id = '" + group + "'"))
                    .isEqualTo(assigned);
        }
    }

    @Test
    void noServiceUserBecomesAnOwner() throws Exception {
        String owners =
                Sql.one(
                        database,
                        "SELECT id FROM access.user_group WHERE workspace = 'acme' AND name = 'workspace-owners'");
        String ownerRole =
                Sql.one(
                        database,
                        "SELECT id FROM access.role WHERE workspace = 'acme' AND name = 'workspace-owner'");
        String group = group("custom", "");
        String role = role("custom", "catalog:view");
        String user =
                user(
                        "not-an-owner",
                        ",\"groups\":[\"" + group + "\"],\"roles\":[\"" + role + "\"]");
        List<Answer> answers =
                race(
                        thread ->
                                switch (thread % 4) {
                                    case 0 ->
                                            node(thread)
                                                    .put(
                                                            ACME
                                                                    + "/service-users/"
                                                                    + user
                                                                    + "/groups/"
                                                                    + owners);
                                    case 1 ->
                                            node(thread)
                                                    .put(
                                                            ACME
                                                                    + "/service-users/"
                                                                    + user
                                                                    + "/roles/"
                                                                    + ownerRole);
                                    case 2 ->
                                            node(thread)
                                                    .patch(
                                                            ACME + "/groups/" + group,
                                                            "{\"roles\":[\"" + ownerRole + "\"]}");
                                    default ->
                                            node(thread)
                                                    .patch(
                                                            ACME + "/roles/" + role,
                                                            "{\"permissions\":[\"workspace.ownership:delete\"]}");
                                });
        assertThat(answers).allSatisfy(it -> assertThat(it.text("code")).isEqualTo("owner-only"));
    }

    @Test
    void nobodyGrantsWhatWasTakenFromHim() throws Exception {
        String role = role("grantable", "catalog:grantable");
        String source = group("source", role);
        String target = group("target", role);
        Api[] granting = administratorWith("granter", source);
        String granter =
                Sql.one(database, "SELECT id FROM access.service_user WHERE username = 'granter'");
        List<String> users = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            users.add(user("receiver-" + i, ""));
        }
        List<Answer> answers =
                race(
                        thread ->
                                thread == THREADS / 2
                                        ? node(thread)
                                                .delete(
                                                        ACME
                                                                + "/service-users/"
                                                                + granter
                                                                + "/groups/"
                                                                + source)
                                        : granting[thread % 2].put(
                                                ACME
                                                        + "/service-users/"
                                                        + users.get(thread)
                                                        + "/groups/"
                                                        + target));
        assertThat(answers.get(THREADS / 2).status()).isEqualTo(204);
        assertThat(answers).allSatisfy(it -> assertThat(it.status()).isIn(204, 403));
        Answer late =
                granting[0].put(
                        ACME + "/service-users/" + users.get(THREADS / 2) + "/groups/" + target);
        assertThat(late.text("code")).isEqualTo("permission-not-held");
        Sql.awaitEmpty(database, "store.ledger_pending");
        assertThat(
                        Sql.count(
                                database,
                                """
                                store.domain_event g JOIN ledger.entry e USING (global_index)
                                 WHERE g.type = 'service-user.GroupAssigned'
                                   AND convert_from(g.payload, 'UTF8') LIKE '%%%1$s%%'
                                   AND convert_from(g.metadata, 'UTF8') LIKE '%%%2$s%%'
                                   AND e.position > (SELECT max(position) FROM ledger.entry JOIN store.domain_event t USING (global_index)
                                                      WHERE t.type = 'service-user.GroupUnassigned' AND t.stream = '%2$s')
                                """
                                        .formatted(target, granter)))
                .isZero();
    }

    @Test
    void theLastAdministratorStays() throws Exception {
        String admins =
                Sql.one(
                        database,
                        "SELECT id FROM access.user_group WHERE workspace = 'acme' AND name = 'security-administrators'");
        List<String> administrators = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String user = user("admin-" + i, ",\"groups\":[\"" + admins + "\"]");
            nodes[0].post(ACME + "/service-users/" + user + "/keys", "{\"name\":\"key\"}")
                    .mustBe(201);
            administrators.add(user);
        }
        List<Answer> answers =
                race(
                        thread ->
                                node(thread)
                                        .post(
                                                ACME
                                                        + "/service-users/"
                                                        + administrators.get(thread % 4)
                                                        + ":disable",
                                                ""));
        assertThat(answers).allSatisfy(it -> assertThat(it.status()).isIn(200, 409));
        assertThat(answers.stream().filter(it -> it.status() == 409))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.text("code")).isEqualTo("last-administrator"));
        assertThat(
                        Sql.count(
                                database,
                                "access.service_user WHERE username LIKE 'admin-%' AND status = 'enabled'"))
                .isEqualTo(1);
    }

    private static Api[] administratorWith(String username, String group) {
        String managers =
                Sql.one(
                        database,
                        "SELECT id FROM access.user_group WHERE workspace = 'acme' AND name = 'service-user-administrators'");
        String user = user(username, ",\"groups\":[\"" + managers + "\",\"" + group + "\"]");
        String key =
                nodes[0].post(ACME + "/service-users/" + user + "/keys", "{\"name\":\"key\"}")
                        .mustBe(201)
                        .text("key");
        return new Api[] {nodes[0].as(key), nodes[1].as(key)};
    }

    private static String user(String username, String more) {
        return nodes[0].post(
                        ACME + "/service-users", "{\"username\":\"" + username + "\"" + more + "}")
                .mustBe(201)
                .text("id");
    }

    private static String group(String name, String role) {
        String roles = role.isEmpty() ? "" : "\"" + role + "\"";
        return nodes[0].post(
                        ACME + "/groups", "{\"name\":\"" + name + "\",\"roles\":[" + roles + "]}")
                .mustBe(201)
                .text("id");
    }

    private static String role(String name, String permission) {
        return nodes[0].post(
                        ACME + "/roles",
                        "{\"name\":\"" + name + "\",\"permissions\":[\"" + permission + "\"]}")
                .mustBe(201)
                .text("id");
    }

    private static Api node(int thread) {
        return nodes[thread % 2];
    }

    private static List<Answer> race(IntFunction<Answer> runner) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Answer>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                running.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    return runner.apply(number);
                                }));
            }
            start.countDown();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : running) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
