package io.keyledger.command.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.testing.Answer;
import io.keyledger.command.testing.Api;
import io.keyledger.command.testing.CommandNode;
import io.keyledger.command.testing.TestWorkspace;
import io.keyledger.testsupport.ScratchDatabase;
import io.keyledger.testsupport.TokenIssuer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** People sign in with tokens that a provider signed, and act by what they say. */
class SignInTest {

    private static final String OWNERS = "workspace-owners";

    private static ScratchDatabase database;
    private static TokenIssuer issuer;
    private static CommandNode node;
    private static JdbcClient jdbc;

    private TestWorkspace workspace;
    private String subject;

    @BeforeAll
    static void start(@TempDir Path data) {
        database = ScratchDatabase.create();
        issuer = new TokenIssuer();
        jdbc = JdbcClient.create(database.owner());
        node =
                CommandNode.start(
                        database,
                        data,
                        20,
                        Map.of(
                                "keyledger.oidc.issuer",
                                issuer.issuer(),
                                "keyledger.oidc.audience",
                                TokenIssuer.AUDIENCE));
    }

    @AfterAll
    static void stop() {
        node.close();
        issuer.close();
        database.close();
    }

    @BeforeEach
    void aWorkspace() {
        workspace = TestWorkspace.create(node.api(), database);
        subject = UUID.randomUUID().toString();
    }

    @Test
    void anOwnerByClaimChangesTheWorkspaceAtOnceUnderItsName() {
        Api ada = node.api(issuer.token(subject, "Ada Osei", in(OWNERS), "staff"));
        ada.post(workspace.path("/roles"), role("early")).expectProblem(401, "sign-in-required");
        Answer signedIn = ada.post("/sign-ins").expect(200);
        assertThat(signedIn.json().get("groups").get(0).asString())
                .isEqualTo(workspace.slug() + ":" + OWNERS);
        assertThat(signedIn.header("Consistency-Token")).isNotNull();
        ada.post(workspace.path("/roles"), role("catalog-reader")).expect(201);
        ada.post("/workspaces", "{\"slug\": \"mine\", \"name\": \"Mine\"}")
                .expectProblem(403, "permission-denied");
        assertThat(actorOf(workspace.slug(), "role.RoleCreated", "catalog-reader"))
                .isEqualTo("person " + signedIn.id() + " Ada Osei");
    }

    @Test
    void everythingOfASignInIsOnRecordEachGroupInItsOwnWorkspace() {
        TestWorkspace other = TestWorkspace.create(node.api(), database);
        Api ada =
                node.api(
                        issuer.token(
                                subject,
                                "Ada Osei",
                                in("viewers"),
                                "keyledger:" + other.slug() + ":auditors",
                                "keyledger:system:operators",
                                in("no such group"),
                                "keyledger:nowhere:viewers"));
        Answer signedIn = ada.post("/sign-ins").expect(200);
        assertThat(signedIn.json().get("unknownGroups").size()).isEqualTo(2);
        assertThat(workspace.events("person.PersonGroupAssigned")).isEqualTo(1);
        assertThat(other.events("person.PersonGroupAssigned")).isEqualTo(1);
        assertThat(
                        jdbc.sql(
                                        "SELECT workspace || ' ' || type FROM store.domain_event"
                                                + " WHERE stream = ? ORDER BY sequence")
                                .param(signedIn.id())
                                .query(String.class)
                                .list())
                .startsWith("system person.PersonRegistered", "system person.PersonSignedIn")
                .hasSize(5);
        assertThat(namesIn(workspace.slug())).containsExactly("Ada Osei");
        assertThat(namesIn(other.slug())).containsExactly("Ada Osei");
        ada.post("/sign-ins").expect(200);
        assertThat(workspace.events("person.PersonGroupAssigned")).isEqualTo(1);
    }

    @Test
    void losingTheClaimTakesTheRightsAwayAtOnceAlsoFromOlderTokens() {
        Api owner = node.api(issuer.tokenAt(-10, subject, "Ada", in(OWNERS)));
        owner.post("/sign-ins").expect(200);
        owner.post(workspace.path("/roles"), role("first")).expect(201);
        Api nobody = node.api(issuer.tokenAt(-5, subject, "Ada"));
        nobody.post("/sign-ins").expect(200);
        owner.post(workspace.path("/roles"), role("second"))
                .expectProblem(403, "permission-denied");
        owner.post("/sign-ins").expectProblem(409, "newer-sign-in");
        owner.post(workspace.path("/roles"), role("third")).expectProblem(403, "permission-denied");
        assertThat(workspace.events("person.PersonGroupUnassigned")).isEqualTo(1);
    }

    @Test
    void withoutAGroupNobodyIsRegisteredAndTheAttemptIsOnRecord() {
        long uses = uses();
        node.api(issuer.token(subject, "Eve", "staff"))
                .post("/sign-ins")
                .expectProblem(403, "no-groups");
        assertThat(
                        jdbc.sql("SELECT count(*) FROM access.person WHERE subject = ?")
                                .param(subject)
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(uses()).isGreaterThan(uses);
    }

    @Test
    void whatIsNoTokenSignsNobodyIn() {
        node.api("eyJ.x.y").post("/sign-ins").expectProblem(401, "invalid-token");
        node.api().post("/sign-ins").expectProblem(403, "not-a-person");
    }

    @Test
    void aPersonIsDisabledAtOnceByAnAdministratorAndNotByItself() {
        Api ada = node.api(issuer.token(subject, "Ada", "keyledger:system:administrators"));
        String id = ada.post("/sign-ins").expect(200).id();
        ada.post("/people/" + id + ":disable").expectProblem(403, "own-access");
        node.api().post("/people/" + id + ":disable").expect(200);
        ada.post(workspace.path("/roles"), role("x")).expectProblem(401, "person-disabled");
        ada.post("/sign-ins").expectProblem(403, "person-disabled");
        node.api().post("/people/" + id + ":enable").expect(200);
        ada.post(workspace.path("/roles"), role("x")).expect(201);
        node.api()
                .post("/people/" + UUID.randomUUID() + ":disable")
                .expectProblem(404, "unknown-person");
    }

    @Test
    void nobodyGrantsWhatItDoesNotHoldPeopleNeither() {
        workspace.createGroup("keepers", workspace.role("keeping", "groups:manage")).expect(201);
        Api ada = node.api(issuer.token(subject, "Ada", in("keepers")));
        ada.post("/sign-ins").expect(200);
        ada.post(
                        workspace.path("/groups"),
                        "{\"name\": \"high\", \"roles\": [\"%s\"]}"
                                .formatted(workspace.builtInRole("auditor")))
                .expectProblem(403, "permission-not-held");
    }

    @Test
    void aGroupThatOnlyPeopleAreInIsDeletedAndMissedByThem() {
        String id = workspace.group("short-lived", workspace.role("making", "roles:manage"));
        Api ada = node.api(issuer.token(subject, "Ada", in("short-lived"), in("viewers")));
        ada.post("/sign-ins").expect(200);
        ada.post(workspace.path("/roles"), role("one")).expect(403);
        node.api().delete(workspace.path("/groups/" + id)).expect(204);
        ada.post("/sign-ins").expect(200);
        assertThat(workspace.events("person.PersonGroupUnassigned")).isEqualTo(1);
    }

    @Test
    void serviceUsersStayOutOfTheOwnersGroup() {
        String user = workspace.newUser("robot");
        workspace
                .assignGroup(user, workspace.builtInGroup(OWNERS))
                .expectProblem(403, "owner-only");
    }

    @Test
    void twoFirstSignInsAtOnceAreOfOnePerson() throws Exception {
        String token = issuer.token(subject, "Ada", in("viewers"));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<String> signIn = () -> node.api(token).post("/sign-ins").expect(200).id();
            List<Future<String>> ids = threads.invokeAll(List.of(signIn, signIn, signIn, signIn));
            String first = ids.getFirst().get();
            for (Future<String> id : ids) {
                assertThat(id.get()).isEqualTo(first);
            }
        }
        assertThat(workspace.events("person.PersonGroupAssigned")).isEqualTo(1);
    }

    private String in(String group) {
        return "keyledger:" + workspace.slug() + ":" + group;
    }

    private static String role(String name) {
        return "{\"name\": \"" + name + "\", \"permissions\": [\"things:view\"]}";
    }

    private static long uses() {
        return jdbc.sql("SELECT count(*) FROM store.record WHERE kind = 'uses'")
                .query(Long.class)
                .single();
    }

    private static List<String> namesIn(String slug) {
        return jdbc.sql(
                        "SELECT value FROM store.personal_value"
                                + " WHERE workspace = ? AND kind = 'person-name'")
                .param(slug)
                .query(String.class)
                .list();
    }

    private static String actorOf(String slug, String type, String name) {
        return jdbc.sql(
                        """
                        SELECT m.actor ->> 'kind' || ' ' || (m.actor ->> 'id') || ' ' || p.value
                          FROM store.domain_event e
                         CROSS JOIN LATERAL (SELECT convert_from(e.metadata, 'UTF8')::jsonb -> 'actor' AS actor) m
                          JOIN store.personal_value p ON p.id = (m.actor -> 'personName' ->> 'ref')::bigint
                         WHERE e.workspace = :ws AND e.type = :type
                           AND convert_from(e.payload, 'UTF8')::jsonb ->> 'name' = :name
                        """)
                .param("ws", slug)
                .param("type", type)
                .param("name", name)
                .query(String.class)
                .single();
    }
}
