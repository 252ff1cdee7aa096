package io.keyledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.testing.Answer;
import io.keyledger.command.testing.CommandNode;
import io.keyledger.command.testing.TestWorkspace;
import io.keyledger.shared.record.ConsistencyToken;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

class CommandApiTest {

    private static ScratchDatabase database;
    private static CommandNode node;

    private TestWorkspace acme;

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
    void aWorkspace() {
        acme = TestWorkspace.create(node.api(), database);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/service-users | {\"username\": \"Billing\"}",
                "/service-users:bulk | {\"action\": \"disable\", \"ids\": [\"01939f2e-7c1a-7b55-8e0a-5d1f3c2b4a62\"]}",
                "/roles | {\"name\": \"reader\", \"permissions\": []}",
                "/groups | {\"name\": \"readers\"}",
                "/policies | {\"name\": \"office\"}",
                "/apis | {\"name\": \"catalog\"}"
            })
    void whatHasNoVersionYetIsBasedOnNone(String path, String body) {
        long before = acme.events();

        Answer refused = acme.api().post(acme.path(path), body, "If-Match", "\"0\"").expect(400);

        assertThat(refused.text("field")).isEqualTo("If-Match");
        assertThat(acme.events()).isEqualTo(before);
        assertThat(acme.api().post(acme.path(path), body).status()).isIn(200, 201);
    }

    @Test
    void aPermissionWorksFromItsGrantUntilItIsTakenAway() {
        String role = acme.role("reader", "catalog:view");
        String group = acme.group("readers", role);
        String user = acme.newUser("Billing", group);
        String key = acme.key(user, "first");

        assertThat(decision(key, "catalog:view")).isEqualTo("allow");
        assertThat(decision(key, "catalog:manage")).isEqualTo("deny");

        acme.api().delete(acme.user(user) + "/groups/" + group).expect(204);
        assertThat(decision(key, "catalog:view")).isEqualTo("deny");

        acme.assignGroup(user, group).expect(204);
        assertThat(decision(key, "catalog:view")).isEqualTo("allow");

        acme.api().patch(acme.path("/roles/" + role), "{\"permissions\": []}").expect(200);
        assertThat(decision(key, "catalog:view")).isEqualTo("deny");
    }

    @Test
    void disablingAndDeletingAServiceUserRefusesItsKeys() {
        String user =
                acme.newUser("Billing", acme.group("readers", acme.role("r", "catalog:view")));
        String key = acme.key(user, "first");

        acme.api().post(acme.user(user) + ":disable").expect(200);
        assertThat(reason(key)).isEqualTo("service-user-disabled");
        acme.api().post(acme.user(user) + ":enable").expect(200);
        assertThat(decision(key, "catalog:view")).isEqualTo("allow");
        acme.api().delete(acme.user(user)).expect(204);
        assertThat(decision(key, "catalog:view")).isEqualTo("deny");
    }

    @Test
    void aDeletedServiceUsersNameIsFreeAndItsIdIsNot() {
        String user = acme.newUser("Billing");
        acme.createUser("billing").expectProblem(409, "username-taken");
        acme.api().delete(acme.user(user)).expect(204);
        assertThat(acme.newUser("billing")).isNotEqualTo(user);
        acme.api().post(acme.user(user) + ":enable").expectProblem(404, "unknown-service-user");
    }

    @Test
    void aThirdKeyIsRefusedUntilOneIsDeleted() {
        String user = acme.newUser("Billing");
        String first = acme.generateKey(user, "first").expect(201).text("keyId");
        acme.generateKey(user, "second").expect(201);
        acme.generateKey(user, "third").expectProblem(409, "too-many-api-keys");
        acme.api().delete(acme.user(user) + "/keys/" + first).expect(204);
        acme.generateKey(user, "third").expect(201);
    }

    @Test
    void regeneratingKeepsTheKeyIdAndRefusesTheOldSecret() {
        String user =
                acme.newUser("Billing", acme.group("readers", acme.role("r", "catalog:view")));
        Answer generated = acme.generateKey(user, "first").expect(201);
        String path = acme.user(user) + "/keys/" + generated.text("keyId") + ":regenerate";
        Answer regenerated = acme.api().post(path).expect(200);

        assertThat(regenerated.text("keyId")).isEqualTo(generated.text("keyId"));
        assertThat(decision(generated.text("key"), "catalog:view")).isEqualTo("deny");
        assertThat(decision(regenerated.text("key"), "catalog:view")).isEqualTo("allow");

        Answer overlapping = acme.api().post(path, "{\"overlapSeconds\": 60}").expect(200);
        assertThat(decision(regenerated.text("key"), "catalog:view")).isEqualTo("allow");
        assertThat(decision(overlapping.text("key"), "catalog:view")).isEqualTo("allow");
        acme.api().post(path, "{\"overlapSeconds\": 86401}").expectProblem(400, "invalid-value");
    }

    @Test
    void aKeyIsRenamedDisabledEnabledAndDeleted() {
        String user =
                acme.newUser("Billing", acme.group("readers", acme.role("r", "catalog:view")));
        Answer generated = acme.generateKey(user, "first").expect(201);
        String path = acme.user(user) + "/keys/" + generated.text("keyId");
        String key = generated.text("key");

        acme.api().patch(path, "{\"name\": \"renamed\"}").expect(200);
        acme.api().post(path + ":disable").expect(200);
        assertThat(reason(key)).isEqualTo("key-disabled");
        acme.api().post(path + ":enable").expect(200);
        assertThat(decision(key, "catalog:view")).isEqualTo("allow");
        acme.api().delete(path).expect(204);
        assertThat(reason(key)).isEqualTo("key-deleted");
        acme.api().post(path + ":enable").expectProblem(404, "unknown-api-key");
    }

    @Test
    void aSecretIsShownOnceAndKeptByNoCache() {
        Answer generated = acme.generateKey(acme.newUser("Billing"), "first").expect(201);

        assertThat(generated.text("key"))
                .isEqualTo("kl_" + generated.text("keyId") + "_" + generated.text("secret"));
        assertThat(generated.header("Cache-Control")).contains("no-store");
        assertThat(generated.header("Location")).endsWith("/keys/" + generated.text("keyId"));
    }

    @Test
    void theOwnersGroupAndRoleAreRefusedToServiceUsersEveryWay() {
        String owners = acme.builtInGroup("workspace-owners");
        String owner = acme.builtInRole("workspace-owner");
        String user = acme.newUser("Billing");
        String group = acme.group("custom");

        acme.createUser("Other", owners).expect(403);
        acme.assignGroup(user, owners).expect(403);
        acme.assignRole(user, owner).expect(403);
        acme.createGroup("carrier", owner).expect(403);
        acme.createRole("reserved", "workspace.ownership:manage").expect(403);
        acme.api()
                .patch(acme.path("/groups/" + group), "{\"roles\": [\"" + owner + "\"]}")
                .expect(403);
        acme.api().patch(acme.user(user), "{\"groups\": [\"" + owners + "\"]}").expect(403);
    }

    @Test
    void anEditIsOneCommandWithOneEventAChange() {
        String group = acme.group("readers");
        String role = acme.role("reader", "catalog:view");
        Answer created = acme.createUser("Billing").expect(201);
        long before = acme.events();

        Answer edited =
                acme.api()
                        .patch(
                                acme.user(created.id()),
                                """
                                {"username": "Invoicing", "description": "Sends invoices",
                                 "owner": "team-a", "labels": {"stage": "prod"},
                                 "groups": ["%s"], "roles": ["%s"]}"""
                                        .formatted(group, role),
                                "If-Match",
                                created.etag())
                        .expect(200);

        assertThat(acme.events() - before).isEqualTo(3);
        assertThat(edited.etag()).isEqualTo("\"3\"");
    }

    @Test
    void anEditIsRefusedWhole() {
        String user = acme.newUser("Billing");
        long before = acme.events();

        acme.api()
                .patch(
                        acme.user(user),
                        """
                        {"username": "Invoicing",
                         "groups": ["01890000-0000-7000-8000-000000000000"]}""")
                .expectProblem(404, "unknown-group");

        assertThat(acme.events()).isEqualTo(before);
    }

    @Test
    void aStaleEditIsRefusedAndOverwritesNothing() {
        Answer created = acme.createUser("Billing").expect(201);
        String path = acme.user(created.id());
        acme.api().patch(path, "{\"description\": \"newer\"}").expect(200);
        long before = acme.events();

        acme.api()
                .patch(path, "{\"description\": \"stale\"}", "If-Match", created.etag())
                .expectProblem(412, "stale-version");
        acme.api().delete(path, "If-Match", created.etag()).expectProblem(412, "stale-version");

        assertThat(acme.events()).isEqualTo(before);
    }

    @Test
    void keysAndAssignmentsAreChangedAtTheVersionOfTheirServiceUser() {
        String user = acme.user(acme.newUser("Billing"));
        String group = user + "/groups/" + acme.group("readers");
        Answer key = acme.api().post(user + "/keys", "{\"name\": \"k\"}").expect(201);
        String path = user + "/keys/" + key.text("keyId");
        long before = acme.events();

        for (String header : new String[] {"\"0\"", "W/" + key.etag(), "\"0\", \"9\""}) {
            assertStale(acme.api().patch(path, "{\"name\": \"l\"}", "If-Match", header));
            assertStale(acme.api().post(path + ":disable", "", "If-Match", header));
            assertStale(acme.api().post(path + ":enable", "", "If-Match", header));
            assertStale(acme.api().post(path + ":regenerate", "{}", "If-Match", header));
            assertStale(acme.api().delete(path, "If-Match", header));
            assertStale(acme.api().delete(group, "If-Match", header));
        }
        acme.api().delete(path, "If-Match", "1").expectProblem(400, "invalid-value");
        assertThat(acme.events()).isEqualTo(before);

        acme.api().post(path + ":disable", "", "If-Match", "\"0\", " + key.etag()).expect(200);
        acme.api().delete(path, "If-Match", "*").expect(204);
    }

    @Test
    void repeatsAreAcceptedAndEmitNothing() {
        String group = acme.group("readers");
        String user = acme.newUser("Billing", group);
        acme.api().post(acme.user(user) + ":disable").expect(200);
        long before = acme.events();

        Answer again = acme.assignGroup(user, group).expect(204);
        acme.api().post(acme.user(user) + ":disable").expect(200);
        acme.api().patch(acme.user(user), "{\"username\": \"Billing\"}").expect(200);

        assertThat(acme.events()).isEqualTo(before);
        assertThat(ConsistencyToken.parse(again.header("Consistency-Token")))
                .hasValueSatisfying(token -> assertThat(token.stream()).isEqualTo(user));
    }

    @Test
    void whatIsInUseIsNotDeletedAndTheAnswerSaysToHowMany() {
        String role = acme.role("reader", "catalog:view");
        String group = acme.group("readers", role);
        String user = acme.newUser("Billing", group);

        assertThat(acme.api().delete(acme.path("/roles/" + role)).body()).contains("1 group");
        acme.api().delete(acme.path("/roles/" + role)).expectProblem(409, "role-in-use");
        acme.api().delete(acme.path("/groups/" + group)).expectProblem(409, "group-in-use");
        acme.api().delete(acme.user(user)).expect(204);
        acme.api().delete(acme.path("/groups/" + group)).expect(204);
        acme.api().delete(acme.path("/roles/" + role)).expect(204);
    }

    @Test
    void whatIsBuiltInDoesNotChange() {
        String role = acme.path("/roles/" + acme.builtInRole("viewer"));
        String group = acme.path("/groups/" + acme.builtInGroup("viewers"));

        acme.api().patch(role, "{\"name\": \"mine\"}").expectProblem(409, "built-in");
        acme.api().delete(role).expectProblem(409, "built-in");
        acme.api().patch(group, "{\"name\": \"mine\"}").expectProblem(409, "built-in");
        acme.api().delete(group).expectProblem(409, "built-in");
    }

    @Test
    void namesAreUniqueInAWorkspaceIgnoringCase() {
        acme.role("reader");
        acme.group("readers");

        acme.createRole("READER").expectProblem(409, "role-name-taken");
        acme.createGroup("Readers").expectProblem(409, "group-name-taken");
        acme.api()
                .post("/workspaces", "{\"slug\": \"" + acme.slug() + "\", \"name\": \"x\"}")
                .expectProblem(409, "workspace-taken");
        TestWorkspace.create(node.api(), database).role("reader");
    }

    @Test
    void nothingCrossesAWorkspace() {
        TestWorkspace other = TestWorkspace.create(node.api(), database);
        String user = acme.newUser("Billing");
        String foreignUser = other.newUser("Billing");

        acme.assignGroup(user, other.group("theirs")).expectProblem(404, "unknown-group");
        acme.assignRole(user, other.role("theirs")).expectProblem(404, "unknown-role");
        acme.api().delete(acme.user(foreignUser)).expectProblem(404, "unknown-service-user");
        acme.generateKey(foreignUser, "mine").expectProblem(404, "unknown-service-user");
    }

    @Test
    void nobodyGrantsWhatHeDoesNotHold() {
        String manager =
                acme.role("manager", "service-users:manage", "api-keys:manage", "roles:manage");
        String powerful = acme.role("powerful", "vault:open");
        String victim = acme.newUser("Victim");
        acme.assignRole(victim, powerful).expect(204);
        String caller = acme.newUser("Manager");
        acme.assignRole(caller, manager).expect(204);
        TestWorkspace mine = acme.as(acme.key(caller, "mine"));
        String harmless = mine.newUser("Harmless");

        mine.assignRole(harmless, powerful).expectProblem(403, "permission-not-held");
        mine.createRole("mine", "vault:open").expectProblem(403, "permission-not-held");
        mine.generateKey(victim, "stolen").expectProblem(403, "permission-not-held");
        mine.assignRole(harmless, manager).expect(204);
        mine.generateKey(harmless, "fine").expect(201);
        mine.createRole("fine", "api-keys:manage").expect(201);
    }

    @Test
    void nobodyChangesHisOwnAccess() {
        String admins = acme.builtInGroup("security-administrators");
        String caller = acme.newUser("Admin", admins);
        TestWorkspace mine = acme.as(acme.key(caller, "mine"));
        String own = mine.user(caller);

        mine.assignGroup(caller, acme.group("other")).expectProblem(403, "own-access");
        mine.api().delete(own + "/groups/" + admins).expectProblem(403, "own-access");
        mine.api().post(own + ":disable").expectProblem(403, "own-access");
        mine.api().delete(own).expectProblem(403, "own-access");
        mine.generateKey(caller, "rotation").expect(201);
    }

    @Test
    void theLastAdministratorStays() {
        String admins = acme.builtInGroup("security-administrators");
        String first = acme.newUser("First", admins);
        String second = acme.newUser("Second", admins);
        String keyId = acme.generateKey(first, "key").expect(201).text("keyId");
        acme.key(second, "key");

        acme.api().post(acme.user(second) + ":disable").expect(200);
        acme.api().post(acme.user(first) + ":disable").expectProblem(409, "last-administrator");
        acme.api().delete(acme.user(first)).expectProblem(409, "last-administrator");
        acme.api()
                .delete(acme.user(first) + "/groups/" + admins)
                .expectProblem(409, "last-administrator");
        acme.api()
                .delete(acme.user(first) + "/keys/" + keyId)
                .expectProblem(409, "last-administrator");
        acme.api()
                .post(acme.user(first) + "/keys/" + keyId + ":disable")
                .expectProblem(409, "last-administrator");
        acme.api().post(acme.user(second) + ":enable").expect(200);
        acme.api().delete(acme.user(first)).expect(204);
    }

    @Test
    void aCallerWithoutThePermissionIsRefused() {
        String viewer = acme.newUser("Viewer", acme.builtInGroup("viewers"));
        TestWorkspace mine = acme.as(acme.key(viewer, "mine"));

        mine.createUser("x").expectProblem(403, "permission-denied");
        mine.api().post("/workspaces", "{\"slug\": \"x-1\", \"name\": \"x\"}").expect(403);
        mine.api().check(node.administratorKey(), "a:view").expect(403);
    }

    @Test
    void writesCarryAVersionAndATokenOfTheirLastEvent() {
        Answer created = acme.createUser("Billing", acme.group("a"), acme.group("b")).expect(201);

        assertThat(created.etag()).isEqualTo("\"2\"");
        assertThat(ConsistencyToken.parse(created.header("Consistency-Token")))
                .hasValueSatisfying(
                        token -> {
                            assertThat(token.stream()).isEqualTo(created.id());
                            assertThat(token.sequence()).isEqualTo(2);
                        });
        assertThat(created.header("Location")).endsWith("/service-users/" + created.id());
    }

    @Test
    void aTimeThatNoCalendarHoldsIsRefused() {
        String user = acme.newUser("Billing");
        String never = "\"expiresAt\": \"+999999999-01-01T00:00:00Z\"}";
        acme.api()
                .post(acme.path("/service-users"), "{\"username\": \"x\", " + never)
                .expectProblem(400, "invalid-value");
        acme.api().patch(acme.user(user), "{" + never).expectProblem(400, "invalid-value");
        acme.api()
                .post(acme.user(user) + "/keys", "{\"name\": \"x\", " + never)
                .expectProblem(400, "invalid-value");
    }

    @Test
    void anIdThatIsNullIsRefused() {
        assertThat(
                        acme.api()
                                .post(
                                        acme.path("/service-users"),
                                        "{\"username\": \"x\", \"groups\": [null]}")
                                .expectProblem(400, "invalid-value")
                                .text("field"))
                .isEqualTo("groups[0]");
        acme.api()
                .post(acme.path("/groups"), "{\"name\": \"x\", \"roles\": [null]}")
                .expectProblem(400, "invalid-value");
    }

    private static void assertStale(Answer answer) {
        answer.expectProblem(412, "stale-version");
    }

    private static String decision(String key, String permission) {
        return node.api().check(key, permission).expect(200).text("decision");
    }

    private static String reason(String key) {
        return node.api().check(key, "catalog:view").expect(200).text("reason");
    }
}
