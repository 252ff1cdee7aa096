package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.ADA;
import static io.keyledger.query.testing.Company.ANALYSTS;
import static io.keyledger.query.testing.Company.IMPORTER;
import static io.keyledger.query.testing.Company.READER;
import static io.keyledger.query.testing.Company.WRITER;
import static io.keyledger.query.testing.Company.group;
import static io.keyledger.query.testing.Company.id;
import static io.keyledger.query.testing.Company.role;
import static io.keyledger.query.testing.Company.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.testing.LedgerFixture;
import io.keyledger.shared.event.ApiDetails;
import io.keyledger.shared.event.ApiEvent.ApiCreated;
import io.keyledger.shared.event.ApiEvent.ApiRouteAdded;
import io.keyledger.shared.event.ApiRoute;
import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.event.PersonEvent.PersonDisabled;
import io.keyledger.shared.event.PersonEvent.PersonEnabled;
import io.keyledger.shared.event.PersonEvent.PersonGroupAssigned;
import io.keyledger.shared.event.PersonEvent.PersonGroupUnassigned;
import io.keyledger.shared.event.PersonEvent.PersonSignedIn;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyCreated;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyEnabled;
import io.keyledger.shared.event.ServiceUserEvent.GroupAssigned;
import io.keyledger.shared.event.UserGroupEvent.RoleAssignedToGroup;
import io.keyledger.shared.event.UserGroupEvent.RoleUnassignedFromGroup;
import io.keyledger.shared.event.UserGroupEvent.SecurityPolicyAttachedToGroup;
import io.keyledger.shared.event.UserGroupEvent.UserGroupDeleted;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;
import io.keyledger.shared.policy.PolicyGrant;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.PolicyState;
import io.keyledger.shared.record.RecordMetadata;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** People in lists, in what they may do and why, and in who can; now and at any moment. */
class PersonViewsTest extends FreshViews {

    private static final UUID OWNERS = id(40);
    private static final UUID OWNER = id(41);
    private static final UUID ADMINS = id(42);
    private static final UUID ADMIN = id(43);
    private static final UUID BOB = id(32);
    private static final UUID CLEO = id(33);
    private static final UUID HOURS = id(44);
    private static final String PEOPLE = ACME + "/people";
    private static final String TRANSFER = "permission=workspace.ownership:transfer";

    private RecordMetadata administrator;

    @BeforeEach
    void tell() throws Exception {
        administrator = ledger.metadata();
        ledger.events("system", new WorkspaceCreated("system", "System"));
        ledger.events("system", role(ADMIN, "administrator", "*:*"), group(ADMINS, "admins"));
        ledger.events("system", new RoleAssignedToGroup(ADMINS, ADMIN));
        ledger.events(
                "acme",
                new WorkspaceCreated("acme", "Acme"),
                role(OWNER, "workspace-owner", "*:*", "workspace.ownership:transfer"),
                role(READER, "reader", "catalog.*:view", "workspace.ownership:transfer"),
                role(WRITER, "writer", "catalog.assets:*"),
                group(OWNERS, "workspace-owners"),
                group(ANALYSTS, "analysts"),
                new RoleAssignedToGroup(OWNERS, OWNER),
                new RoleAssignedToGroup(ANALYSTS, WRITER),
                user(IMPORTER, "importer"),
                new GroupAssigned(IMPORTER, ANALYSTS));
        signsIn(ADA, "Ada Osei", OWNERS);
        signsIn(BOB, "bob Brown", ANALYSTS);
        signsIn(CLEO, "Cleo Adams", ANALYSTS);
        views.project();
    }

    @Test
    void aPersonIsShownWithNameGroupsAndSignIns() throws Exception {
        var answer = api.read(PEOPLE + "/" + ADA);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.eTag()).isEqualTo("\"2\"");
        JsonNode ada = answer.body();
        assertThat(ada.get("name").asString()).isEqualTo("Ada Osei");
        assertThat(ada.get("issuer").asString()).isEqualTo("https://login.example.com");
        assertThat(ada.get("subject").asString()).isEqualTo(ADA.toString());
        assertThat(ada.get("status").asString()).isEqualTo("enabled");
        assertThat(ada.get("workspace").asString()).isEqualTo("acme");
        assertThat(ada.get("groups").get(0).asString()).isEqualTo(OWNERS.toString());
        assertThat(ada.get("lastSignIn").asString()).isEqualTo(time(head() - 7));
        assertThat(ada.get("createdAt").asString()).isEqualTo(time(head() - 8));
        assertThat(api.read(PEOPLE + "/" + IMPORTER).status()).isEqualTo(404);
        assertThat(api.read(PEOPLE + "/nobody").body().get("code").asString())
                .isEqualTo("unknown-person");
    }

    @ParameterizedTest
    @CsvSource({
        "'', Ada Osei|bob Brown|Cleo Adams",
        "sort=-name, Cleo Adams|bob Brown|Ada Osei",
        "sort=-createdAt, Cleo Adams|bob Brown|Ada Osei",
        "sort=lastSignIn, Ada Osei|bob Brown|Cleo Adams",
        "q=BROWN, bob Brown",
        "q=0000000021, Cleo Adams",
        "permission=catalog.assets:view, Ada Osei|bob Brown|Cleo Adams",
        "permission=billing:view, Ada Osei",
        "permission=workspace.ownership:transfer, Ada Osei",
        "permission=workspace.ownership:delete, ''",
        "status=disabled, ''",
        "status=left, ''",
    })
    void theListIsSearchedSortedAndPaged(String query, String found) throws Exception {
        String q = query.replace("0000000021", CLEO.toString().substring(24));
        List<JsonNode> all = allPages(PEOPLE + (q.isEmpty() ? "" : "?" + q));
        assertThat(String.join("|", texts(all, "name"))).isEqualTo(found);
        if (!query.contains("sort")) {
            assertThat(
                            api.read(PEOPLE + "/count" + (q.isEmpty() ? "" : "?" + q))
                                    .body()
                                    .get("count")
                                    .asInt())
                    .isEqualTo(all.size());
        }
    }

    @Test
    void membersOfAGroupAreFoundAndNoCursorHoldsAName() throws Exception {
        assertThat(texts(allPages(PEOPLE + "?group=" + ANALYSTS), "name"))
                .containsExactly("bob Brown", "Cleo Adams");
        String cursor = api.read(PEOPLE + "?limit=1").body().get("nextCursor").asString();
        String decoded = new String(Base64.getUrlDecoder().decode(cursor));
        assertThat(decoded).contains(ADA.toString()).doesNotContainIgnoringCase("osei");
        assertThat(api.read(PEOPLE + "?limit=1&sort=-name&cursor=" + cursor).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"sort=username, sort", "status=deleted, status", "group=x, group", "at=x, at"})
    void whatCannotBeAskedIsRefused(String query, String field) throws Exception {
        var answer = api.read(PEOPLE + "?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("field").asString()).isEqualTo(field);
    }

    @Test
    void whoHasLeftIsListedWhenAskedForAndWasThereThen() throws Exception {
        String then = "at=" + LedgerFixture.timeOf(head()).plusSeconds(30);
        ledger.by(administrator);
        ledger.events("acme", new PersonGroupUnassigned(BOB, "acme", ANALYSTS));
        ledger.events("system", new PersonDisabled(CLEO));
        views.project();
        assertThat(names(PEOPLE)).containsExactly("Ada Osei", "Cleo Adams");
        assertThat(names(PEOPLE + "?status=left")).containsExactly("bob Brown");
        assertThat(names(PEOPLE + "?status=disabled")).containsExactly("Cleo Adams");
        assertThat(names(PEOPLE + "?permission=catalog.assets:view")).containsExactly("Ada Osei");
        assertThat(names(PEOPLE + "?" + then)).hasSize(3);
        assertThat(names(PEOPLE + "?status=enabled&" + then)).hasSize(3);
        assertThat(names(PEOPLE + "?permission=catalog.assets:view&" + then)).hasSize(3);
        assertThat(permissions(BOB, "").get("inactive").asString()).isEqualTo("left");
        assertThat(permissions(CLEO, "").get("inactive").asString()).isEqualTo("disabled");
        assertThat(permissions(BOB, then).has("inactive")).isFalse();
        ledger.events("system", new PersonEnabled(CLEO));
        ledger.events(
                "acme",
                new RoleUnassignedFromGroup(ANALYSTS, WRITER),
                new UserGroupDeleted(ANALYSTS, "analysts"));
        views.project();
        assertThat(api.read(PEOPLE + "/" + CLEO).body().get("status").asString()).isEqualTo("left");
        assertThat(api.read(PEOPLE + "/" + CLEO).body().get("groups")).isEmpty();
    }

    @Test
    void beforeSomebodyCameNobodyWasThere() throws Exception {
        String before = "at=" + LedgerFixture.timeOf(head() - 9).plusSeconds(30);
        assertThat(names(PEOPLE + "?" + before)).isEmpty();
        assertThat(api.read(PEOPLE + "/" + ADA + "?" + before).status()).isEqualTo(404);
        assertThat(permissions(ADA, before).get("inactive").asString()).isEqualTo("not-created");
    }

    @Test
    void theWhyOfEachPermissionAndWhatIsReservedToOwners() throws Exception {
        JsonNode ada = permissions(ADA, "").get("items");
        assertThat(texts(ada, "permission")).containsExactly("*:*", "workspace.ownership:transfer");
        JsonNode why = ada.get(1).get("why").get(0);
        assertThat(why.get("group").get("name").asString()).isEqualTo("workspace-owners");
        assertThat(why.get("role").get("name").asString()).isEqualTo("workspace-owner");
        ledger.by(administrator);
        ledger.events("acme", policy(), new SecurityPolicyEnabled(HOURS, PolicyState.DISABLED));
        ledger.events("acme", new SecurityPolicyAttachedToGroup(ANALYSTS, HOURS));
        views.project();
        assertThat(texts(permissions(BOB, "").get("items"), "permission"))
                .as("by a policy nobody comes to what is reserved")
                .containsExactly("catalog.*:view", "catalog.assets:*");
        assertThat(texts(whoCan(TRANSFER), "name")).containsExactly("Ada Osei");
    }

    @Test
    void membersOfGroupsAreServiceUsersAndPeople() throws Exception {
        String then = "at=" + LedgerFixture.timeOf(head()).plusSeconds(30);
        assertThat(counts("groups"))
                .containsExactly("analysts 3 = 1 + 2", "workspace-owners 1 = 0 + 1");
        ledger.by(administrator);
        ledger.events(
                "acme",
                new PersonGroupUnassigned(BOB, "acme", ANALYSTS),
                new PersonGroupUnassigned(CLEO, "acme", ANALYSTS),
                new PersonGroupAssigned(BOB, "acme", OWNERS));
        views.project();
        assertThat(counts("groups?sort=-memberCount"))
                .containsExactly("workspace-owners 2 = 0 + 2", "analysts 1 = 1 + 0");
        assertThat(counts("groups?sort=memberCount&" + then))
                .containsExactly("workspace-owners 1 = 0 + 1", "analysts 3 = 1 + 2");
        JsonNode plain = api.read(ACME + "/groups?counts=false").body().get("items").get(0);
        assertThat(plain.has("memberCount") || plain.has("personCount")).isFalse();
        assertRefused("counts", ACME + "/groups?counts=0");
        JsonNode analysts = api.read(ACME + "/groups/" + ANALYSTS + "?" + then).body();
        assertThat(count(analysts)).isEqualTo("analysts 3 = 1 + 2");
    }

    @Test
    void groupsOfSystemCountInEveryWorkspace() throws Exception {
        ledger.by(administrator);
        ledger.events("system", new PersonGroupAssigned(BOB, "system", ADMINS));
        views.project();
        assertThat(texts(permissions(BOB, "").get("items"), "permission"))
                .containsExactly("*:*", "catalog.assets:*");
        assertThat(texts(whoCan("permission=billing:view"), "name"))
                .containsExactly("Ada Osei", "bob Brown");
        JsonNode inSystem =
                api.read("/api/v1/workspaces/system/people/" + BOB + "/permissions").body();
        assertThat(texts(inSystem.get("items"), "permission")).containsExactly("*:*");
    }

    @Test
    void systemListsEverybodyAndAllWorkspacesEachOfTheirs() throws Exception {
        assertThat(names("/api/v1/workspaces/system/people"))
                .containsExactly("Ada Osei", "bob Brown", "Cleo Adams");
        List<JsonNode> all = allPages("/api/v1/people");
        assertThat(texts(all, "workspace"))
                .containsExactly("acme", "acme", "acme", "system", "system", "system");
        assertThat(api.readFrom("acme", "/api/v1/people").body().get("items")).hasSize(3);
    }

    @Test
    void whoCanTellsServiceUsersThenPeople() throws Exception {
        List<JsonNode> all = allPages(ACME + "/who-can?permission=catalog.assets:view");
        assertThat(texts(all, "kind"))
                .containsExactly("service-user", "person", "person", "person");
        assertThat(all.getFirst().get("username").asString()).isEqualTo("importer");
        assertThat(texts(all.subList(1, 4), "name"))
                .containsExactly("Ada Osei", "bob Brown", "Cleo Adams");
        assertThat(all.get(2).get("why").get(0).get("group").get("name").asString())
                .isEqualTo("analysts");
        assertThat(texts(allPages("/api/v1/who-can?permission=catalog.assets:view"), "kind"))
                .containsExactly("service-user", "person", "person", "person");
        assertThat(texts(whoCan("permission=catalog.assets:view&person=" + BOB), "name"))
                .containsExactly("bob Brown");
        assertThat(texts(whoCan("permission=catalog.assets:view&serviceUser=" + IMPORTER), "kind"))
                .containsExactly("service-user");
    }

    @Test
    void whoCanByMethodAndPathTellsPeopleByWhatTheRouteRequires() throws Exception {
        ledger.by(administrator);
        routes("acme", 60);
        views.project();
        List<JsonNode> all = allPages(ACME + "/who-can?method=GET&path=/v1/assets/7");
        assertThat(texts(all, "kind"))
                .containsExactly("service-user", "person", "person", "person");
        assertThat(texts(all.subList(1, 4), "name"))
                .containsExactly("Ada Osei", "bob Brown", "Cleo Adams");
        assertThat(all.get(2).get("why").get(0).get("role").get("name").asString())
                .isEqualTo("writer");
        String ofBob = "method=GET&person=" + BOB + "&path=";
        assertThat(texts(whoCan(ofBob + "/v1/assets/7"), "name")).containsExactly("bob Brown");
        assertThat(whoCan(ofBob + "/v1/bills")).as("he does not hold that").isEmpty();
        assertThat(whoCan(ofBob + "/v1/status")).as("open to keys").isEmpty();
        assertThat(texts(whoCan("method=GET&path=/v1/status"), "kind"))
                .containsExactly("service-user");
        String then = "&at=" + LedgerFixture.timeOf(head()).plusSeconds(30);
        ledger.by(administrator);
        ledger.events("acme", new PersonGroupUnassigned(BOB, "acme", ANALYSTS));
        views.project();
        assertThat(whoCan(ofBob + "/v1/assets/7")).isEmpty();
        assertThat(whoCan(ofBob + "/v1/assets/7" + then)).hasSize(1);
    }

    @Test
    void whoCanByMethodAndPathGoesThroughTheWorkspacesPageByPage() throws Exception {
        ledger.by(administrator);
        routes("acme", 60);
        ledger.events(
                "beta",
                new WorkspaceCreated("beta", "Beta"),
                role(id(70), "reader", "catalog.*:view"),
                group(id(71), "readers"),
                new RoleAssignedToGroup(id(71), id(70)),
                user(id(72), "exporter"),
                new GroupAssigned(id(72), id(71)));
        routes("beta", 73);
        ledger.events(
                "beta",
                new PersonGroupAssigned(ADA, "beta", id(71)),
                new PersonGroupAssigned(CLEO, "beta", id(71)));
        views.project();
        List<JsonNode> all = allPages("/api/v1/who-can?method=GET&path=/v1/assets/7");
        assertThat(texts(all, "workspace"))
                .containsExactly("acme", "acme", "acme", "acme", "beta", "beta", "beta");
        assertThat(texts(all, "id"))
                .containsExactlyElementsOf(
                        Stream.of(IMPORTER, ADA, BOB, CLEO, id(72), ADA, CLEO)
                                .map(UUID::toString)
                                .toList());
    }

    private void routes(String workspace, int number) {
        ledger.events(
                workspace,
                new ApiCreated(id(number), new ApiDetails("catalog", "", List.of())),
                route(number, 1, "/v1/assets/{id}", "catalog.assets:view"),
                route(number, 2, "/v1/bills", "billing:view"),
                route(number, 3, "/v1/status", null));
    }

    private static DomainEvent route(
            int api, int number, String path, @Nullable String permission) {
        return new ApiRouteAdded(
                id(api), new ApiRoute(id(10 * api + number), "GET", path, permission, null, null));
    }

    @Test
    void whoCanAsOfAMomentIsOfThatMoment() throws Exception {
        String then = "&at=" + LedgerFixture.timeOf(head()).plusSeconds(30);
        ledger.by(administrator);
        ledger.events("acme", new PersonGroupUnassigned(ADA, "acme", OWNERS));
        views.project();
        assertThat(whoCan(TRANSFER)).isEmpty();
        assertThat(texts(whoCan(TRANSFER + then), "name")).containsExactly("Ada Osei");
        assertThat(whoCan(TRANSFER + then).get(0).get("why").get(0).get("role").get("name"))
                .hasToString("\"workspace-owner\"");
    }

    @Test
    void aNameIsTheLastOneOfTheWorkspaceAndIsErasedThere() throws Exception {
        String then = "?at=" + LedgerFixture.timeOf(head()).plusSeconds(30);
        long married = ledger.personalValue("acme", "person-name", "Ada Mensah");
        ledger.by(by(ADA, married));
        ledger.events("acme", role(id(50), "late", "a:b"));
        views.project();
        assertThat(api.read(PEOPLE + "/" + ADA).body().get("name").asString())
                .isEqualTo("Ada Mensah");
        assertThat(api.read(PEOPLE + "/" + ADA + then).body().get("name").asString())
                .isEqualTo("Ada Osei");
        ledger.erase(married);
        JsonNode erased = api.read(PEOPLE + "/" + ADA).body();
        assertThat(erased.get("name").isNull()).isTrue();
        assertThat(erased.get("erased").asBoolean()).isTrue();
        assertThat(whoCan(TRANSFER).get(0).has("name")).isFalse();
    }

    @Test
    void aRebuildInBatchesOfAnySizeGivesTheSameRows() throws Exception {
        ledger.by(administrator);
        ledger.events("acme", new PersonGroupUnassigned(BOB, "acme", ANALYSTS));
        ledger.events(
                "system", new PersonDisabled(CLEO), new PersonSignedIn(ADA, ledger.nextTime()));
        ledger.events("acme", new PersonGroupAssigned(BOB, "acme", ANALYSTS));
        views.project();
        assertThat(views.live().get("person_v1")).contains("disabled");
        assertThat(views.live().get("person_name_v1")).isNotEmpty();
        assertThat(views.rebuilt(1)).isEqualTo(views.live());
        assertThat(views.rebuilt(4)).isEqualTo(views.live());
    }

    @Test
    void whileAStreamIsParkedItsPersonSaysSo() throws Exception {
        JdbcClient.create(database.query())
                .sql(
                        "INSERT INTO query.dead_letter (view, copy, position, stream, workspace, type, cause, attempts)"
                                + " VALUES ('people', 'live', 1, ?, 'system', 'x', 'y', 1)")
                .param(ADA.toString())
                .update();
        assertThat(api.read(PEOPLE + "/" + ADA).body().get("parked").asBoolean()).isTrue();
        assertThat(permissions(ADA, "").get("parked").asBoolean()).isTrue();
        assertThat(api.read(PEOPLE + "/" + BOB).body().has("parked")).isFalse();
    }

    private void signsIn(UUID person, String name, UUID group) {
        People.signsIn(ledger, person, name, group);
    }

    private RecordMetadata by(UUID person, long name) {
        return People.by(person, name);
    }

    private static DomainEvent policy() {
        return new SecurityPolicyCreated(
                HOURS,
                "hours",
                "",
                List.of(new PolicyGrant(READER, null)),
                PolicyGuards.NONE,
                false);
    }

    private long head() {
        return ledger.head();
    }

    private static String time(long position) {
        return LedgerFixture.timeOf(position).toString();
    }

    private List<String> names(String path) throws Exception {
        return texts(allPages(path), "name");
    }

    private List<String> counts(String asked) throws Exception {
        return allPages(ACME + "/" + asked).stream().map(PersonViewsTest::count).toList();
    }

    private static String count(JsonNode group) {
        return "%s %d = %d + %d"
                .formatted(
                        group.get("name").asString(),
                        group.get("memberCount").asInt(),
                        group.get("serviceUserCount").asInt(),
                        group.get("personCount").asInt());
    }

    private JsonNode permissions(UUID person, String query) throws Exception {
        return api.read(
                        PEOPLE
                                + "/"
                                + person
                                + "/permissions"
                                + (query.isEmpty() ? "" : "?" + query))
                .body();
    }

    private JsonNode whoCan(String query) throws Exception {
        var answer = api.read(ACME + "/who-can?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body().get("items");
    }
}
