package io.keyledger.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.testing.Answer;
import io.keyledger.command.testing.CommandNode;
import io.keyledger.command.testing.TestWorkspace;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

class PolicyApiTest {

    private static final String NO_GUARDS = "{}";
    private static final String OFFICE = "{\"networks\": [\"192.0.2.0/24\"]}";

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

    @Test
    void aPolicyIsAnsweredAsItWasWrittenAndEachStateIsAnEvent() {
        String role = acme.role("reader", "catalog:view");
        Answer created =
                acme.api()
                        .post(
                                acme.path("/policies"),
                                """
                                {"name": " office ", "state": "monitoring",
                                 "grants": [{"role": "%s", "resources": {"match": "any", "conditions": [
                                   {"attribute": "region", "operator": "starts-with", "values": ["eu-"]}]}}],
                                 "guards": {"networks": ["192.0.2.0/24", "2001:db8::/32"],
                                   "notBefore": "2027-01-01T00:00:00Z", "notAfter": "2028-01-01T00:00:00Z",
                                   "maxKeyAgeDays": 90,
                                   "weekly": [{"days": ["monday"], "from": "08:00", "to": "24:00", "zone": "Europe/Berlin"}],
                                   "rateLimit": {"uses": 10, "perSeconds": 60}}}"""
                                        .formatted(role))
                        .expect(201);

        assertThat(created.etag()).isEqualTo("\"1\"");
        assertThat(created.text("name")).isEqualTo("office");
        assertThat(created.text("state")).isEqualTo("monitoring");
        assertThat(created.json().at("/grants/0/role").asString()).isEqualTo(role);
        assertThat(created.json().at("/grants/0/resources/match").asString()).isEqualTo("any");
        assertThat(created.json().at("/grants/0/resources/conditions/0/operator").asString())
                .isEqualTo("starts-with");
        assertThat(created.json().at("/guards/rateLimit/perSeconds").asInt()).isEqualTo(60);
        assertThat(created.json().at("/guards/notAfter").asString())
                .isEqualTo("2028-01-01T00:00:00Z");
        assertThat(created.header("Location")).endsWith("/policies/" + created.id());

        Answer edited =
                acme.api()
                        .patch(
                                acme.path("/policies/" + created.id()),
                                "{\"name\": \"x\", \"guards\": {}, \"grants\": [], \"state\": \"enabled\"}",
                                "If-Match",
                                "\"1\"")
                        .expect(200);
        assertThat(edited.etag()).isEqualTo("\"5\"");
        acme.api()
                .patch(acme.path("/policies/" + created.id()), "{}", "If-Match", "\"1\"")
                .expectProblem(412, "stale-version");
    }

    @Test
    void itIsSwitchedAttachedDetachedAndDeletedAndRepeatsWriteNothing() {
        String user = acme.newUser("Billing");
        String policy = acme.policy("office", "disabled", OFFICE);
        acme.attach(user, policy).expect(204);
        acme.turn(policy, "monitor").expect(200);
        acme.turn(policy, "enable").expect(200);
        long before = acme.events();
        acme.turn(policy, "enable").expect(200);
        acme.attach(user, policy).expect(204);
        assertThat(acme.events()).isEqualTo(before);

        Answer refused = acme.api().delete(acme.path("/policies/" + policy));
        refused.expectProblem(409, "policy-in-use");
        assertThat(refused.body()).contains("1 service users and 0 groups");
        acme.turn(policy, "disable").expect(200);
        acme.detach(user, policy).expect(204);
        acme.api().delete(acme.path("/policies/" + policy)).expect(204);
        acme.turn(policy, "enable").expectProblem(404, "unknown-policy");
        acme.policy("office", "disabled", OFFICE);
    }

    @Test
    void usersAndGroupsTakePoliciesInOneSave() {
        String policy = acme.policy("office", "enabled", OFFICE);
        String list = "\"policies\": [\"" + policy + "\"]}";
        Answer user =
                acme.api()
                        .post(acme.path("/service-users"), "{\"username\": \"a\", " + list)
                        .expect(201);
        Answer group =
                acme.api().post(acme.path("/groups"), "{\"name\": \"g\", " + list).expect(201);

        assertThat(user.json().at("/policies/0").asString()).isEqualTo(policy);
        assertThat(group.json().at("/policies/0").asString()).isEqualTo(policy);
        acme.api().patch(acme.user(user.id()), "{\"policies\": []}").expect(200);
        acme.api().patch(acme.path("/groups/" + group.id()), "{\"policies\": []}").expect(200);
        assertThat(acme.events("service-user.SecurityPolicyDetached")).isOne();
        assertThat(acme.events("user-group.SecurityPolicyDetachedFromGroup")).isOne();
    }

    @Test
    void aDeletedUserOrGroupLetsItsPoliciesGo() {
        String policy = acme.policy("office", "enabled", OFFICE);
        String user = acme.newUser("Billing");
        acme.attach(user, policy).expect(204);
        String group = acme.group("g");
        acme.api()
                .patch(acme.path("/groups/" + group), "{\"policies\": [\"" + policy + "\"]}")
                .expect(200);

        acme.api().delete(acme.user(user)).expect(204);
        acme.api().delete(acme.path("/groups/" + group)).expect(204);
        acme.api().delete(acme.path("/policies/" + policy)).expect(204);
    }

    @Test
    void aRoleThatAPolicyGrantsIsNotDeleted() {
        String role = acme.role("reader", "catalog:view");
        String policy = acme.policy("p", "disabled", NO_GUARDS, role);
        acme.api().delete(acme.path("/roles/" + role)).expectProblem(409, "role-in-use");
        acme.api().delete(acme.path("/policies/" + policy)).expect(204);
        acme.api().delete(acme.path("/roles/" + role)).expect(204);
    }

    @Test
    void noPolicyGrantsTheOwnersRole() {
        String owner = acme.builtInRole("workspace-owner");
        String policy = acme.policy("p", "disabled", NO_GUARDS);
        acme.createPolicy("q", "disabled", NO_GUARDS, owner).expectProblem(403, "owner-only");
        acme.api()
                .patch(
                        acme.path("/policies/" + policy),
                        "{\"grants\": [{\"role\": \"" + owner + "\"}]}")
                .expectProblem(403, "owner-only");
    }

    @Test
    void theBuiltInOneIsThereAndCanOnlyBeSwitched() {
        String policy =
                acme.database()
                        .sql(
                                "SELECT id FROM access.security_policy WHERE workspace = ?"
                                        + " AND name = 'key-age-90-days' AND state = 'disabled'"
                                        + " AND guards ->> 'maxKeyAgeDays' = '90'")
                        .param(acme.slug())
                        .query(String.class)
                        .single();
        acme.turn(policy, "enable").expect(200);
        acme.api().patch(acme.path("/policies/" + policy), "{\"state\": \"disabled\"}").expect(200);
        acme.api()
                .patch(acme.path("/policies/" + policy), "{\"guards\": {}}")
                .expectProblem(409, "built-in");
        acme.api().delete(acme.path("/policies/" + policy)).expectProblem(409, "built-in");
        acme.createPolicy("Key-Age-90-days", "disabled", NO_GUARDS)
                .expectProblem(409, "policy-name-taken");
    }

    @Test
    void whatAPolicyGrantsEverywhereCountsAsHeldAndWhatItGrantsInPartDoesNot() {
        String vault = acme.role("vault", "vault:open");
        String manager = acme.role("manager", "service-users:manage", "policies:manage");
        String caller = acme.newUser("Caller");
        acme.assignRole(caller, manager).expect(204);
        TestWorkspace mine = acme.as(acme.key(caller, "key"));
        String other = acme.newUser("Other");
        mine.assignRole(other, vault).expectProblem(403, "permission-not-held");

        String policy = acme.policy("p", "enabled", NO_GUARDS, vault);
        acme.attach(caller, policy).expect(204);
        mine.assignRole(other, vault).expect(204);
        acme.api().delete(acme.user(other) + "/roles/" + vault).expect(204);

        acme.api()
                .patch(
                        acme.path("/policies/" + policy),
                        """
                        {"grants": [{"role": "%s", "resources": {"match": "all", "conditions": [
                          {"attribute": "id", "operator": "=", "values": ["1"]}]}}]}"""
                                .formatted(vault))
                .expect(200);
        mine.assignRole(other, vault).expectProblem(403, "permission-not-held");
        mine.turn(policy, "disable").expectProblem(403, "own-access");
        mine.detach(caller, policy).expectProblem(403, "own-access");
    }

    @Test
    void aRoleThatOnesPoliciesGrantIsOnesOwnAccess() {
        String vault = acme.role("vault", "vault:open");
        String manager = acme.role("manager", "roles:manage", "permissions:delegate");
        String caller = acme.newUser("Caller");
        acme.assignRole(caller, manager).expect(204);
        acme.attach(caller, acme.policy("p", "enabled", NO_GUARDS, vault)).expect(204);
        acme.as(acme.key(caller, "key"))
                .api()
                .patch(acme.path("/roles/" + vault), "{\"permissions\": [\"vault:close\"]}")
                .expectProblem(403, "own-access");
    }

    @Test
    void aGuardIsLiftedOnlyByThoseWhoHoldWhatItKeepsBack() {
        String manager =
                acme.role("manager", "service-users:manage", "policies:manage", "groups:manage");
        String caller = acme.newUser("Caller");
        acme.assignRole(caller, manager).expect(204);
        TestWorkspace mine = acme.as(acme.key(caller, "key"));
        String victim = acme.newUser("Victim");
        acme.assignRole(victim, acme.role("vault", "vault:open")).expect(204);
        String policy = acme.policy("office", "enabled", OFFICE);
        String group = acme.group("guarded");
        acme.api()
                .patch(acme.path("/groups/" + group), "{\"policies\": [\"" + policy + "\"]}")
                .expect(200);
        acme.assignGroup(victim, group).expect(204);

        mine.turn(policy, "disable").expectProblem(403, "permission-not-held");
        mine.turn(policy, "monitor").expectProblem(403, "permission-not-held");
        mine.api()
                .patch(acme.path("/policies/" + policy), "{\"guards\": {}}")
                .expectProblem(403, "permission-not-held");
        mine.api()
                .delete(acme.user(victim) + "/groups/" + group)
                .expectProblem(403, "permission-not-held");
        mine.api()
                .patch(acme.path("/groups/" + group), "{\"policies\": []}")
                .expectProblem(403, "permission-not-held");
        mine.attach(victim, policy).expect(204);
        mine.detach(victim, policy).expect(204);
        acme.turn(policy, "disable").expect(200);
        mine.api().delete(acme.user(victim) + "/groups/" + group).expect(204);
    }

    @Test
    void theLastAdministratorWhomNoGuardRefusesStays() {
        String admins = acme.builtInGroup("security-administrators");
        String first = acme.newUser("First", admins);
        String second = acme.newUser("Second", admins);
        acme.key(first, "key");
        acme.key(second, "key");
        String policy = acme.policy("office", "enabled", OFFICE);
        String asleep = acme.policy("home", "disabled", OFFICE);
        String guarded = acme.group("guarded");
        acme.api()
                .patch(acme.path("/groups/" + guarded), "{\"policies\": [\"" + policy + "\"]}")
                .expect(200);
        acme.attach(second, policy).expect(204);
        acme.attach(first, asleep).expect(204);

        acme.attach(first, policy).expectProblem(409, "last-administrator");
        acme.assignGroup(first, guarded).expectProblem(409, "last-administrator");
        acme.turn(asleep, "enable").expectProblem(409, "last-administrator");
        acme.api().delete(acme.user(first)).expectProblem(409, "last-administrator");
        acme.turn(asleep, "monitor").expect(200);
        acme.turn(policy, "disable").expect(200);
        acme.api().delete(acme.user(first)).expect(204);
    }

    @Test
    void anAdministratorByAPolicyIsOneToo() {
        String role = acme.role("admin", "permissions:delegate", "service-users:manage");
        String user = acme.newUser("Admin");
        acme.key(user, "key");
        String policy = acme.policy("p", "enabled", NO_GUARDS, role);
        acme.attach(user, policy).expect(204);

        acme.turn(policy, "disable").expectProblem(409, "last-administrator");
        acme.detach(user, policy).expectProblem(409, "last-administrator");
        acme.api()
                .patch(acme.path("/policies/" + policy), "{\"grants\": []}")
                .expectProblem(409, "last-administrator");
    }

    @Test
    void nothingCrossesAWorkspace() {
        TestWorkspace other = TestWorkspace.create(node.api(), database);
        String foreign = other.policy("theirs", "disabled", NO_GUARDS);
        String user = acme.newUser("Billing");
        acme.turn(foreign, "enable").expectProblem(404, "unknown-policy");
        acme.attach(user, foreign).expectProblem(404, "unknown-policy");
        acme.api().delete(acme.path("/policies/" + foreign)).expectProblem(404, "unknown-policy");
        acme.createPolicy("p", "disabled", NO_GUARDS, other.role("r"))
                .expectProblem(404, "unknown-role");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    name                                         | {}
                    name                                         | {"name": " "}
                    state                                        | {"name": "x", "state": "on"}
                    grants[0]                                    | {"name": "x", "grants": [null]}
                    grants[0].role                               | {"name": "x", "grants": [{}]}
                    grants[0].resources.match                    | {"name": "x", "grants": [{"role": "01890000-0000-7000-8000-000000000000", "resources": {"conditions": []}}]}
                    grants[0].resources.conditions               | {"name": "x", "grants": [{"role": "01890000-0000-7000-8000-000000000000", "resources": {"match": "all", "conditions": []}}]}
                    grants[0].resources.conditions[0].attribute  | {"name": "x", "grants": [{"role": "01890000-0000-7000-8000-000000000000", "resources": {"match": "all", "conditions": [{"attribute": "1", "operator": "=", "values": ["a"]}]}}]}
                    grants[0].resources.conditions[0].operator   | {"name": "x", "grants": [{"role": "01890000-0000-7000-8000-000000000000", "resources": {"match": "all", "conditions": [{"attribute": "a", "operator": "EQUALS", "values": ["a"]}]}}]}
                    grants[0].resources.conditions[0].values     | {"name": "x", "grants": [{"role": "01890000-0000-7000-8000-000000000000", "resources": {"match": "all", "conditions": [{"attribute": "a", "operator": "=", "values": ["a", "b"]}]}}]}
                    grants[0].resources.conditions[0].values     | {"name": "x", "grants": [{"role": "01890000-0000-7000-8000-000000000000", "resources": {"match": "all", "conditions": [{"attribute": "a", "operator": "in", "values": []}]}}]}
                    grants[0].resources.conditions[0].values[1]  | {"name": "x", "grants": [{"role": "01890000-0000-7000-8000-000000000000", "resources": {"match": "all", "conditions": [{"attribute": "a", "operator": "in", "values": ["a", null]}]}}]}
                    guards.networks[1]                           | {"name": "x", "guards": {"networks": ["10.0.0.0/8", "10.0.0.1/8"]}}
                    guards.networks[0]                           | {"name": "x", "guards": {"networks": ["10.0.0.0/33"]}}
                    guards.networks[0]                           | {"name": "x", "guards": {"networks": ["example.org/8"]}}
                    guards.networks[0]                           | {"name": "x", "guards": {"networks": [null]}}
                    guards.notAfter                              | {"name": "x", "guards": {"notBefore": "2027-01-01T00:00:00Z", "notAfter": "2027-01-01T00:00:00Z"}}
                    guards.notBefore                             | {"name": "x", "guards": {"notBefore": "+999999999-01-01T00:00:00Z"}}
                    guards.maxKeyAgeDays                         | {"name": "x", "guards": {"maxKeyAgeDays": 0}}
                    guards.maxKeyAgeDays                         | {"name": "x", "guards": {"maxKeyAgeDays": 3651}}
                    guards.weekly[0].days                        | {"name": "x", "guards": {"weekly": [{"days": [], "from": "08:00", "to": "09:00", "zone": "UTC"}]}}
                    guards.weekly[0].days[0]                     | {"name": "x", "guards": {"weekly": [{"days": ["Monday"], "from": "08:00", "to": "09:00", "zone": "UTC"}]}}
                    guards.weekly[0].days                        | {"name": "x", "guards": {"weekly": [{"days": ["monday", "monday"], "from": "08:00", "to": "09:00", "zone": "UTC"}]}}
                    guards.weekly[0].from                        | {"name": "x", "guards": {"weekly": [{"days": ["monday"], "from": "24:00", "to": "09:00", "zone": "UTC"}]}}
                    guards.weekly[0].to                          | {"name": "x", "guards": {"weekly": [{"days": ["monday"], "from": "08:00", "to": "24:01", "zone": "UTC"}]}}
                    guards.weekly[0].zone                        | {"name": "x", "guards": {"weekly": [{"days": ["monday"], "from": "08:00", "to": "09:00", "zone": "+02:00"}]}}
                    guards.weekly[0].zone                        | {"name": "x", "guards": {"weekly": [{"days": ["monday"], "from": "08:00", "to": "09:00"}]}}
                    guards.rateLimit.uses                        | {"name": "x", "guards": {"rateLimit": {"perSeconds": 60}}}
                    guards.rateLimit.uses                        | {"name": "x", "guards": {"rateLimit": {"uses": 1000000001, "perSeconds": 60}}}
                    guards.rateLimit.perSeconds                  | {"name": "x", "guards": {"rateLimit": {"uses": 1, "perSeconds": 2678401}}}
                    """)
    void whatHasNoFormIsRefusedByItsField(String field, String body) {
        long before = acme.events();
        Answer refused = acme.api().post(acme.path("/policies"), body);
        refused.expectProblem(400, "invalid-value");
        assertThat(refused.text("field")).isEqualTo(field);
        Answer judged = acme.api().post(acme.path("/policies:validate"), body);
        judged.expectProblem(400, "invalid-value");
        assertThat(judged.text("field")).isEqualTo(field);
        assertThat(acme.events()).isEqualTo(before);
    }

    @Test
    void whatIsOnlyJudgedIsNotWritten() {
        String theirs = TestWorkspace.create(node.api(), database).role("r");
        long before = acme.events();
        acme.api()
                .post(
                        acme.path("/policies:validate"),
                        "{\"name\": \"x\", \"grants\": [{\"role\": \"" + theirs + "\"}]}")
                .expectProblem(404, "unknown-role");
        acme.api()
                .post(
                        acme.path("/policies:validate"),
                        "{\"name\": \"x\", \"guards\": " + OFFICE + "}")
                .expect(204);
        assertThat(acme.events()).isEqualTo(before);
    }
}
