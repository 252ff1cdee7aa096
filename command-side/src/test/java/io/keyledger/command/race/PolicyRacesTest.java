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
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;

/** The rules of policies while policies, their roles and their users change. */
class PolicyRacesTest {

    private static final int ROUNDS = 3;
    private static final String NO_GUARDS = "{}";
    private static final String OFFICE = "{\"networks\": [\"192.0.2.0/24\"]}";

    private static TwoNodes nodes;

    private TestWorkspace acme;
    private String vault;
    private String caller;
    private TestWorkspace callers;

    @BeforeAll
    static void start(@TempDir Path data) {
        nodes = new TwoNodes(data);
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @BeforeEach
    void aCallerWhoMayNotDelegate() {
        acme = nodes.workspace();
        vault = acme.role("vault", "vault:open");
        caller = acme.newUser("Caller");
        String managing = acme.role("managing", "service-users:manage", "groups:manage");
        acme.assignRole(caller, managing).expect(204);
        callers = acme.as(acme.key(caller, "key"));
    }

    @Test
    void aPolicyThatIsBeingEnabledIsAttachedOnlyBefore() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String policy = acme.policy("policy " + round, "disabled", NO_GUARDS, vault);
            List<String> users = users(round);

            List<Answer> answers =
                    race(
                            i -> at(i).attach(users.get(i), policy),
                            () -> acme.turn(policy, "enable"));

            long enabled = index(policy, "security-policy.SecurityPolicyEnabled").orElseThrow();
            assertNoneAfter(users, "service-user.SecurityPolicyAttached", enabled, answers);
        }
    }

    @Test
    void aRoleHeldByAPolicyIsGrantedOnlyWhileThePolicyIsEnabled() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String policy = acme.policy("policy " + round, "enabled", NO_GUARDS, vault);
            acme.attach(caller, policy).expect(204);
            List<String> users = users(round);

            List<Answer> answers =
                    race(
                            i -> at(i).assignRole(users.get(i), vault),
                            () -> acme.turn(policy, "disable"));

            long disabled = index(policy, "security-policy.SecurityPolicyDisabled").orElseThrow();
            assertNoneAfter(users, "service-user.RoleAssigned", disabled, answers);
            acme.detach(caller, policy).expect(204);
        }
    }

    @Test
    void aGroupThatIsBeingGivenAnEnabledPolicyIsJoinedOnlyBefore() throws Exception {
        String policy = acme.policy("policy", "enabled", OFFICE, vault);
        for (int round = 0; round < ROUNDS; round++) {
            String group = acme.group("group " + round);
            List<String> users = users(round);

            List<Answer> answers =
                    race(
                            i -> at(i).assignGroup(users.get(i), group),
                            () ->
                                    acme.api()
                                            .patch(
                                                    acme.path("/groups/" + group),
                                                    "{\"policies\": [\"%s\"]}".formatted(policy)));

            long given = index(group, "user-group.SecurityPolicyAttachedToGroup").orElseThrow();
            assertNoneAfter(users, "service-user.GroupAssigned", given, answers);
        }
    }

    @Test
    void aRoleIsEitherGrantedByAPolicyOrDeleted() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String role = acme.role("role " + round);
            String name = "policy " + round;

            List<Answer> answers =
                    nodes.race(
                            asked(
                                    8,
                                    i ->
                                            i == 4
                                                    ? through(i)
                                                            .api()
                                                            .delete(acme.path("/roles/" + role))
                                                    : through(i)
                                                            .createPolicy(
                                                                    name + " " + i,
                                                                    "disabled",
                                                                    NO_GUARDS,
                                                                    role)));

            boolean deleted = answers.get(4).accepted();
            long granting = count("policy_grant WHERE role_id = ?::uuid", role);
            assertThat(granting)
                    .isEqualTo(deleted ? 0 : answers.stream().filter(Answer::accepted).count());
            assertThat(refusals(answers)).isSubsetOf("role-in-use", "unknown-role");
        }
    }

    @Test
    void aPolicyIsEitherAttachedOrDeleted() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String policy = acme.policy("policy " + round, "disabled", OFFICE);
            List<String> users = users(round);

            List<Answer> answers =
                    nodes.race(
                            asked(
                                    8,
                                    i ->
                                            i == 4
                                                    ? through(i)
                                                            .api()
                                                            .delete(
                                                                    acme.path(
                                                                            "/policies/" + policy))
                                                    : through(i).attach(users.get(i), policy)));

            boolean deleted = answers.get(4).accepted();
            assertThat(count("service_user_policy WHERE policy_id = ?::uuid", policy))
                    .isEqualTo(deleted ? 0 : 7);
            assertThat(refusals(answers)).isSubsetOf("policy-in-use", "unknown-policy");
        }
    }

    @Test
    void oneAdministratorStaysWhomNoGuardRefuses() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            TestWorkspace there = nodes.workspace();
            String admins = there.builtInGroup("security-administrators");
            String policy = there.policy("office", "enabled", OFFICE);
            String group = there.group("guarded");
            there.api()
                    .patch(
                            there.path("/groups/" + group),
                            "{\"policies\": [\"%s\"]}".formatted(policy))
                    .expect(200);
            List<String> users = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                users.add(there.newUser("admin " + i, admins));
                there.key(users.get(i), "key");
            }

            List<Answer> answers =
                    nodes.race(
                            asked(
                                    8,
                                    i ->
                                            i % 2 == 0
                                                    ? there.through(nodes.api(i / 2))
                                                            .attach(users.get(i / 2), policy)
                                                    : there.through(nodes.api(i / 2))
                                                            .assignGroup(users.get(i / 2), group)));

            assertThat(refusals(answers)).containsExactly("last-administrator");
            assertThat(unguarded(there, users)).isOne();
        }
    }

    @Test
    void guardsThatComeToAGroupWhileItIsJoinedLeaveOneAdministrator() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            TestWorkspace there = nodes.workspace();
            String admin = there.newUser("admin", there.builtInGroup("security-administrators"));
            there.key(admin, "key");
            String policy = there.policy("office", "disabled", OFFICE);
            String group = there.group("guarded");
            there.api()
                    .patch(
                            there.path("/groups/" + group),
                            "{\"policies\": [\"%s\"]}".formatted(policy))
                    .expect(200);

            List<Answer> answers =
                    nodes.race(
                            asked(
                                    2,
                                    i ->
                                            i == 0
                                                    ? there.through(nodes.api(i))
                                                            .assignGroup(admin, group)
                                                    : there.through(nodes.api(i))
                                                            .turn(policy, "enable")));

            assertThat(answers.stream().filter(Answer::accepted).count()).isOne();
            assertThat(refusals(answers)).containsExactly("last-administrator");
        }
    }

    /** Those of the users whom no policy reaches, by themselves or by a group. */
    private static long unguarded(TestWorkspace there, List<String> users) {
        return users.stream()
                .filter(
                        user ->
                                there.database()
                                        .sql(
                                                """
                                                SELECT NOT EXISTS (SELECT FROM access.service_user_policy
                                                                    WHERE service_user_id = :id::uuid)
                                                   AND NOT EXISTS (SELECT FROM access.service_user_group
                                                                     JOIN access.group_policy USING (group_id)
                                                                    WHERE service_user_id = :id::uuid)
                                                """)
                                        .param("id", user)
                                        .query(Boolean.class)
                                        .single())
                .count();
    }

    /** The caller's grants at once with one change by the administrator, on both nodes. */
    private List<Answer> race(IntFunction<Answer> grant, Callable<Answer> change)
            throws InterruptedException {
        List<Callable<Answer>> asked = asked(TwoNodes.THREADS - 1, grant);
        asked.add(asked.size() / 2, change);
        List<Answer> answers = nodes.race(asked);
        assertThat(answers.remove(asked.indexOf(change)).accepted()).isTrue();
        return answers;
    }

    private static List<Callable<Answer>> asked(int count, IntFunction<Answer> request) {
        List<Callable<Answer>> asked = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            asked.add(() -> request.apply(number));
        }
        return asked;
    }

    private void assertNoneAfter(
            List<String> users, String type, long change, List<Answer> answers) {
        for (int i = 0; i < answers.size(); i++) {
            OptionalLong granted = index(users.get(i), type);
            assertThat(answers.get(i).status()).as(answers.get(i).body()).isIn(204, 403);
            assertThat(granted.isPresent()).isEqualTo(answers.get(i).accepted());
            assertThat(granted.orElse(0)).isLessThan(change);
        }
    }

    private TestWorkspace through(int number) {
        return acme.through(nodes.api(number));
    }

    private TestWorkspace at(int number) {
        return callers.through(nodes.api(number).as(callers.api().key()));
    }

    private List<String> users(int round) {
        List<String> users = new ArrayList<>();
        for (int i = 0; i < TwoNodes.THREADS - 1; i++) {
            users.add(acme.newUser("user %d %d".formatted(round, i)));
        }
        return users;
    }

    private static List<String> refusals(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> !answer.accepted())
                .map(answer -> String.valueOf(answer.text("code")))
                .distinct()
                .toList();
    }

    private long count(String from, String id) {
        return acme.database()
                .sql("SELECT count(*) FROM access." + from)
                .param(id)
                .query(Long.class)
                .single();
    }

    private OptionalLong index(String stream, String type) {
        return acme.database()
                .sql("SELECT global_index FROM store.domain_event WHERE stream = ? AND type = ?")
                .params(stream, type)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }
}
