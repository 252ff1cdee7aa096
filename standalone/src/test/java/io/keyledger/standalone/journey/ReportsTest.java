package io.keyledger.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.KeyledgerProblem;
import io.keyledger.client.api.ApiKeys.NewKey;
import io.keyledger.client.api.Audit.Counts;
import io.keyledger.client.api.Audit.Day;
import io.keyledger.client.api.Audit.Entry;
import io.keyledger.client.api.Checks.Check;
import io.keyledger.client.api.Groups.Group;
import io.keyledger.client.api.Groups.GroupBody;
import io.keyledger.client.api.Page;
import io.keyledger.client.api.Permissions.Held;
import io.keyledger.client.api.Permissions.Holder;
import io.keyledger.client.api.PersonalValues.Erasure;
import io.keyledger.client.api.PersonalValues.Value;
import io.keyledger.client.api.Roles.Role;
import io.keyledger.client.api.Roles.RoleBody;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.client.api.ServiceUsers.ServiceUserBody;
import io.keyledger.client.api.Workspaces.NewWorkspace;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What auditors and administrators ask over one workspace and over all, by the typed client. */
class ReportsTest {

    private static final List<String> WORKSPACES = List.of("acme", "umbrella");
    private static final int MORE_THAN_A_PAGE = 510;
    private static final String PERMISSION = "catalog.assets:view";

    @TempDir private static Path data;
    private static ScratchDatabase database;
    private static Node node;
    private static KeyledgerClient admin;
    private static Instant before;

    @BeforeAll
    static void start() throws Exception {
        database = ScratchDatabase.create();
        node = Node.start(database, data);
        String bootstrap = Files.readString(data.resolve("bootstrap-admin.key")).strip();
        admin = KeyledgerClient.of(node.address(), bootstrap);
        for (String workspace : WORKSPACES) {
            admin.workspaces().create(new NewWorkspace(workspace, workspace));
        }
        before = Instant.now();
        for (String workspace : WORKSPACES) {
            Role role =
                    admin.roles()
                            .create(
                                    workspace,
                                    new RoleBody("reader", null, List.of("catalog.*:view")));
            Group group =
                    admin.groups()
                            .create(
                                    workspace,
                                    new GroupBody("readers", null, List.of(role.id()), null));
            ServiceUser user =
                    admin.serviceUsers()
                            .create(workspace, ServiceUserBody.named("importer", group.id()));
            String key = admin.keys().generate(workspace, user.id(), new NewKey("k", null)).key();
            admin.checks().check(Check.permission(key, PERMISSION));
            admin.checks().check(Check.permission(key, "catalog:manage"));
        }
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
    }

    @Test
    void whoCanIsAskedOfOneWorkspaceOrOfAllNowOrThen() {
        List<Holder> all = admin.permissions().whoCanOfAll(PERMISSION, null, null).items();
        assertThat(all.stream().filter(each -> "importer".equals(each.username())))
                .extracting(Holder::workspace)
                .containsExactlyElementsOf(WORKSPACES);
        assertThat(all).extracting(Holder::username).contains("bootstrap-administrator");
        assertThat(admin.permissions().whoCan("acme", PERMISSION, null, null).items()).hasSize(1);
        assertThat(admin.permissions().whoCan("acme", PERMISSION, before, null).items()).isEmpty();
    }

    @Test
    void aGroupLetsDoWhatItsRolesHold() {
        Group group =
                Page.all(cursor -> admin.groups().list("acme", cursor)).stream()
                        .filter(each -> each.name().equals("readers"))
                        .findFirst()
                        .orElseThrow();
        assertThat(admin.permissions().ofGroup("acme", group.id(), null).items())
                .extracting(Held::permission)
                .containsExactly("catalog.*:view");
        assertThat(admin.permissions().ofGroup("acme", group.id(), before).inactive())
                .isEqualTo("not-created");
    }

    @Test
    void countsOfAllWorkspacesAreTheSumOfEach() {
        Counts its = admin.audit().counts("umbrella", null, null, null);
        Day today = its.items().getLast();
        assertThat(today.allowed()).isEqualTo(1);
        assertThat(today.deniedByReason()).isEqualTo(Map.of("permission-not-granted", 1L));
        assertThat(today.changesByType()).containsEntry("service-user.ServiceUserCreated", 1L);
        Counts all = admin.audit().countsOfAll(its.firstDay(), its.lastDay());
        assertThat(all.items().getLast().denied()).isGreaterThanOrEqualTo(2);
        assertThat(
                        admin.audit()
                                .countsOfAll(its.lastDay().minusDays(9), its.lastDay().minusDays(2))
                                .items())
                .isEmpty();
    }

    @Test
    void theTrailOfAllWorkspacesIsOneList() {
        Page<Entry> denied = admin.audit().listOfAll(Map.of("decision", "deny"));
        assertThat(denied.items()).extracting(Entry::workspace).contains("acme", "umbrella");
    }

    @Test
    void anExportOfSeveralPagesIsOneUseOnRecord() throws Exception {
        admin.workspaces().create(new NewWorkspace("traded", "traded"));
        Group auditors = builtIn("traded", "auditors");
        String busy = keyOf(member("traded", "busy", auditors));
        ServiceUser exporter = member("traded", "exporter", auditors);
        Api its = node.administrator().as(keyOf(exporter));
        for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
            admin.checks().check(Check.permission(busy, "audit:view"));
        }

        String trail = "/api/v1/workspaces/traded/audit";
        Answer table =
                its.get(trail + ".csv?kind=use", "Consistency-Token", afterAllSoFar("first"))
                        .mustBe(200);
        assertThat(table.body().lines()).hasSizeGreaterThan(MORE_THAN_A_PAGE);
        Answer uses =
                node.administrator()
                        .get(
                                trail + "?kind=use&user=" + exporter.id(),
                                "Consistency-Token",
                                afterAllSoFar("second"))
                        .mustBe(200);
        assertThat(uses.json().get("items")).hasSize(1);
        assertThat(uses.text("items/0/permission")).isEqualTo("audit:view");
    }

    private static ServiceUser member(String workspace, String name, Group group) {
        return admin.serviceUsers().create(workspace, ServiceUserBody.named(name, group.id()));
    }

    private static String keyOf(ServiceUser user) {
        return admin.keys().generate("traded", user.id(), new NewKey("k", null)).key();
    }

    /** What shows a read everything that was answered before. */
    private static String afterAllSoFar(String role) throws Exception {
        return node.administrator()
                .post(
                        "/api/v1/workspaces/traded/roles",
                        "{\"name\":\"%s\",\"permissions\":[]}".formatted(role))
                .mustBe(201)
                .header("Consistency-Token");
    }

    @Test
    void whoMayInOneWorkspaceSeesThatOneOverAll() {
        Group viewers = builtIn("acme", "auditors");
        ServiceUser auditor =
                admin.serviceUsers().create("acme", ServiceUserBody.named("auditor", viewers.id()));
        String key = admin.keys().generate("acme", auditor.id(), new NewKey("k", null)).key();
        KeyledgerClient its = admin.as(key);
        assertThat(its.audit().countsOfAll(null, null).items()).isNotEmpty();
        assertThat(its.audit().listOfAll(Map.of()).items())
                .extracting(Entry::workspace)
                .containsOnly("acme");
        assertThat(its.permissions().whoCanOfAll(PERMISSION, null, null).items())
                .extracting(Holder::workspace)
                .containsOnly("acme");
        assertThatThrownBy(() -> its.audit().counts("umbrella", null, null, null))
                .isInstanceOfSatisfying(
                        KeyledgerProblem.class,
                        problem -> assertThat(problem.status()).isEqualTo(403));
    }

    @Test
    void aReasonIsErasedByItsText() {
        admin.because("asked by Ada Lovelace")
                .roles()
                .create("umbrella", new RoleBody("writer", null, List.of("catalog:write")));
        Map<String, String> writer = Map.of("type", "role.RoleCreated", "q", "writer");
        assertThat(admin.audit().list("umbrella", writer).items().getFirst().reasonGiven())
                .isEqualTo("asked by Ada Lovelace");
        Erasure erasure = new Erasure(List.of(new Value("reason", "asked by Ada Lovelace")));
        assertThat(admin.personalValues().erase("umbrella", erasure).erasedCount()).isEqualTo(1);
        assertThat(admin.personalValues().erase("umbrella", erasure).erasedCount()).isZero();
        assertThat(admin.audit().list("umbrella", writer).items().getFirst().reasonGiven())
                .isNull();
    }

    private static Group builtIn(String workspace, String name) {
        return Page.all(cursor -> admin.groups().list(workspace, cursor)).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
