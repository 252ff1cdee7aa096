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

/**
 * Nobody grants what he does not hold, also while what he holds, or what is granted, changes. What
 * was decided first has the smaller global index, so the store itself tells whether a grant came
 * too late.
 */
class GrantRacesTest {

    private static final int ROUNDS = 3;

    private static TwoNodes nodes;

    private TestWorkspace acme;
    private String holding;
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
    void aCallerWhoHoldsSomethingButMayNotDelegate() {
        acme = nodes.workspace();
        holding = acme.role("holding", "vault:open");
        caller = acme.newUser("Caller");
        String managing =
                acme.role(
                        "managing",
                        "service-users:manage",
                        "api-keys:manage",
                        "groups:manage",
                        "roles:manage");
        acme.assignRole(caller, managing).expect(204);
        callers = acme.as(acme.key(caller, "key"));
    }

    @Test
    void aCallerGrantsARoleOnlyAsLongAsHeHoldsIt() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            acme.assignRole(caller, holding).expect(204);
            String role = acme.role("role " + round, "vault:open");
            List<String> users = users(round);
            long before = position();

            List<Answer> answers =
                    race(
                            i -> at(i).assignRole(users.get(i), role),
                            () -> acme.api().delete(acme.user(caller) + "/roles/" + holding));

            assertNoneAfter(users, "service-user.RoleAssigned", unassigned(before), answers);
        }
    }

    @Test
    void aCallerHandsOutKeysOnlyAsLongAsHeHoldsWhatTheyCarry() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            acme.assignRole(caller, holding).expect(204);
            String role = acme.role("role " + round, "vault:open");
            List<String> users = users(round);
            for (String user : users) {
                acme.assignRole(user, role).expect(204);
            }
            long before = position();

            List<Answer> answers =
                    race(
                            i -> at(i).generateKey(users.get(i), "key"),
                            () -> acme.api().delete(acme.user(caller) + "/roles/" + holding));

            assertNoneAfter(users, "service-user.ApiKeyGenerated", unassigned(before), answers);
        }
    }

    @Test
    void aRoleThatIsBeingWidenedIsGrantedOnlyBefore() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String role = acme.role("role " + round);
            List<String> users = users(round);

            List<Answer> answers =
                    race(
                            i -> at(i).assignRole(users.get(i), role),
                            () ->
                                    acme.api()
                                            .patch(
                                                    acme.path("/roles/" + role),
                                                    "{\"permissions\": [\"vault:close\"]}"));

            long widened = index(role, "role.RolePermissionsChanged", 0).orElseThrow();
            assertNoneAfter(users, "service-user.RoleAssigned", widened, answers);
        }
    }

    @Test
    void aGroupThatIsBeingGivenARoleIsGrantedOnlyBefore() throws Exception {
        String closing = acme.role("closing", "vault:close");
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
                                                    "{\"roles\": [\"%s\"]}".formatted(closing)));

            long given = index(group, "user-group.RoleAssignedToGroup", 0).orElseThrow();
            assertNoneAfter(users, "service-user.GroupAssigned", given, answers);
        }
    }

    @Test
    void aDisabledCallerGrantsNothingMore() throws Exception {
        acme.assignRole(caller, holding).expect(204);
        for (int round = 0; round < ROUNDS; round++) {
            List<String> users = users(round);
            long before = position();

            List<Answer> answers =
                    race(
                            i -> at(i).assignRole(users.get(i), holding),
                            () -> acme.api().post(acme.user(caller) + ":disable"));

            long disabled = index(caller, "service-user.ServiceUserDisabled", before).orElseThrow();
            assertNoneAfter(users, "service-user.RoleAssigned", disabled, answers);
            acme.api().post(acme.user(caller) + ":enable").expect(200);
        }
    }

    /** The caller's grants at once with one change by the administrator, on both nodes. */
    private List<Answer> race(IntFunction<Answer> grant, Callable<Answer> change)
            throws InterruptedException {
        List<Callable<Answer>> asked = new ArrayList<>();
        for (int i = 0; i < TwoNodes.THREADS - 1; i++) {
            int number = i;
            asked.add(() -> grant.apply(number));
        }
        asked.add(asked.size() / 2, change);
        List<Answer> answers = nodes.race(asked);
        assertThat(answers.remove(asked.indexOf(change)).accepted()).isTrue();
        return answers;
    }

    private void assertNoneAfter(
            List<String> users, String type, long change, List<Answer> answers) {
        for (int i = 0; i < answers.size(); i++) {
            OptionalLong granted = index(users.get(i), type, 0);
            assertThat(answers.get(i).status()).isIn(201, 204, 401, 403);
            assertThat(granted.isPresent()).isEqualTo(answers.get(i).accepted());
            assertThat(granted.orElse(0)).isLessThan(change);
        }
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

    private long unassigned(long after) {
        return index(caller, "service-user.RoleUnassigned", after).orElseThrow();
    }

    private long position() {
        return acme.database()
                .sql("SELECT max(global_index) FROM store.domain_event")
                .query(Long.class)
                .single();
    }

    private OptionalLong index(String stream, String type, long after) {
        return acme.database()
                .sql(
                        "SELECT global_index FROM store.domain_event"
                                + " WHERE stream = ? AND type = ? AND global_index > ?")
                .params(stream, type, after)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }
}
