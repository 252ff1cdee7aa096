package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.ADA;
import static io.keyledger.query.testing.Company.ANALYSTS;
import static io.keyledger.query.testing.Company.CATALOG;
import static io.keyledger.query.testing.Company.IMPORTER;
import static io.keyledger.query.testing.Company.OFFICE;
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
import io.keyledger.shared.event.PersonEvent.PersonGroupAssigned;
import io.keyledger.shared.event.PersonEvent.PersonRegistered;
import io.keyledger.shared.event.PersonEvent.PersonSignedIn;
import io.keyledger.shared.event.RoleEvent.RolePermissionsChanged;
import io.keyledger.shared.event.ServiceUserEvent.GroupAssigned;
import io.keyledger.shared.event.ServiceUserEvent.GroupUnassigned;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDisabled;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What was changed between two moments, thing by thing. */
class AuditChangedTest extends FreshViews {

    private static final String CHANGED = ACME + "/audit/changed?from=";
    private static final int OFTEN = 40;

    /** Twice as many changes of one thing, each of which tells something. */
    private static final int MANY = 1_050;

    private String then;
    private String later;

    @BeforeEach
    void muchChanges() throws Exception {
        ledger.events("system", new PersonRegistered(ADA, "https://login.example.com", "ada"));
        ledger.events(
                "acme",
                new WorkspaceCreated("acme", "Acme"),
                role(READER, "reader", "a:0"),
                role(WRITER, "writer", "b:0"),
                group(ANALYSTS, "analysts"),
                group(id(50), "team"),
                user(IMPORTER, "importer"),
                new GroupAssigned(IMPORTER, ANALYSTS));
        then = moment();
        ledger.events(
                "acme",
                new RolePermissionsChanged(WRITER, List.of("b:0"), List.of("b:1")),
                new GroupUnassigned(IMPORTER, ANALYSTS),
                new GroupAssigned(IMPORTER, id(50)),
                new GroupUnassigned(IMPORTER, id(50)),
                new GroupAssigned(IMPORTER, id(50)),
                new ServiceUserDisabled(IMPORTER));
        for (int i = 0; i < OFTEN; i++) {
            ledger.events(
                    "acme",
                    new RolePermissionsChanged(READER, List.of("a:" + i), List.of("a:" + (i + 1))),
                    new PersonSignedIn(ADA, ledger.nextTime()));
        }
        ledger.events("other", new WorkspaceCreated("other", "Other"), role(id(60), "x", "a:b"));
        ledger.events(
                "acme",
                new ApiCreated(CATALOG, new ApiDetails("catalog", "", List.of())),
                new ApiRouteAdded(CATALOG, new ApiRoute(id(61), "GET", "/a", null, null, null)));
        later = moment();
        ledger.events(
                "acme",
                new PersonGroupAssigned(ADA, "acme", ANALYSTS),
                new RolePermissionsChanged(WRITER, List.of("b:1"), List.of("b:2")));
        views.project();
    }

    @Test
    void thingsStandInTheOrderOfTheirLastChangesWhateverWasBetween() throws Exception {
        List<JsonNode> all = allPages(CHANGED + then + "&to=" + later);
        assertThat(texts(all, "kind"))
                .containsExactly("api-route", "api", "role", "service-user", "role");
        assertThat(texts(all, "id"))
                .containsExactly(
                        id(61).toString(),
                        CATALOG.toString(),
                        READER.toString(),
                        IMPORTER.toString(),
                        WRITER.toString());
    }

    @Test
    void ofAThingThatIsChangedAllTheTimeTheFirstAndTheLastChangeAreTold() throws Exception {
        JsonNode changes = thing(READER.toString(), "").get("changes");
        assertThat(changes).hasSize(2);
        assertThat(changes.get(0).get("before").get("permissions").get(0).asString())
                .isEqualTo("a:0");
        assertThat(changes.get(1).get("after").get("permissions").get(0).asString())
                .isEqualTo("a:" + OFTEN);
        assertThat(changes.get(1).get("subject").get("name").asString()).isEqualTo("reader");
        assertThat(changes.get(1).get("actor").get("name").asString()).isEqualTo("admin");
    }

    @Test
    void eachGroupThatSomethingIsInIsAFieldOfItsOwn() throws Exception {
        assertThat(texts(thing(IMPORTER.toString(), "").get("changes"), "type"))
                .containsExactly(
                        "service-user.GroupUnassigned",
                        "service-user.GroupAssigned",
                        "service-user.GroupAssigned",
                        "service-user.ServiceUserDisabled");
    }

    @Test
    void thousandsOfChangesAreComparedAndNoneThatTellsIsLeftOut() throws Exception {
        String from = moment();
        List<UUID> groups = IntStream.range(0, MANY).mapToObj(i -> id(1_000 + i)).toList();
        ledger.events("acme", groups.stream().map(this::assigned).toArray(DomainEvent[]::new));
        ledger.events("acme", groups.stream().map(this::unassigned).toArray(DomainEvent[]::new));
        ledger.events("acme", new RolePermissionsChanged(WRITER, List.of("b:2"), List.of("b:3")));
        views.project();

        List<JsonNode> all = allPages(CHANGED + from);
        assertThat(texts(all, "kind")).containsExactly("role", "service-user");
        JsonNode changes = all.getLast().get("changes");
        assertThat(changes).hasSize(2 * MANY);
        assertThat(IntStream.range(0, MANY).mapToObj(i -> groupOf(changes.get(i).get("after"))))
                .isEqualTo(groups);
        assertThat(
                        IntStream.range(0, MANY)
                                .mapToObj(i -> groupOf(changes.get(MANY + i).get("before"))))
                .isEqualTo(groups);
    }

    @Test
    void withoutASecondMomentItIsNow() throws Exception {
        List<JsonNode> all = allPages(CHANGED + then);
        assertThat(texts(all, "kind"))
                .containsExactly("role", "person", "api-route", "api", "role", "service-user");
        assertThat(texts(all.getFirst().get("changes"), "type")).hasSize(2);
        assertThat(texts(all.get(1).get("changes"), "type"))
                .containsExactly("person.PersonGroupAssigned");
        assertThat(allPages(CHANGED + moment())).isEmpty();
    }

    @Test
    void pagesAfterTheFirstEndWhereThatOneDid() throws Exception {
        JsonNode first = api.read(CHANGED + then + "&limit=2").body();
        ledger.events("acme", new RolePermissionsChanged(READER, List.of("a:40"), List.of("z:z")));
        views.project();
        JsonNode second =
                api.read(CHANGED + then + "&limit=100&cursor=" + first.get("nextCursor").asString())
                        .body();
        assertThat(texts(second.get("items"), "kind"))
                .containsExactly("api-route", "api", "role", "service-user");
        assertThat(second.get("items").get(2).get("changes").toString()).doesNotContain("z:z");
    }

    @ParameterizedTest
    @CsvSource({"api-route, 1", "api, 1", "role, 2", "service-user, 1", "person, 0"})
    void theyAreToldByKind(String kind, int count) throws Exception {
        List<JsonNode> all = allPages(CHANGED + then + "&to=" + later + "&kind=" + kind);
        assertThat(texts(all, "kind")).hasSize(count).allMatch(kind::equals);
    }

    @Test
    void changesAreFoundByWhatTheyChanged() throws Exception {
        String audit = ACME + "/audit?subject=";
        assertThat(texts(allPages(audit + id(61)), "type")).containsExactly("api.ApiRouteAdded");
        assertThat(texts(allPages(audit + CATALOG), "type")).containsExactly("api.ApiCreated");
        assertThat(allPages(audit + READER)).hasSize(OFTEN + 1);
        assertThat(texts(allPages(audit + READER + "&type=role.RoleCreated"), "type")).hasSize(1);
        assertThat(allPages("/api/v1/audit?subject=" + IMPORTER)).hasSize(7);
        assertThat(allPages(audit + OFFICE)).isEmpty();
    }

    @Test
    void whatCannotBeMeantIsRefused() throws Exception {
        assertRefused("from", ACME + "/audit/changed");
        assertRefused("from", CHANGED + "then");
        assertRefused("from", CHANGED + "2999-01-01T00:00:00Z");
        assertRefused("to", CHANGED + later + "&to=" + then);
        assertRefused("kind", CHANGED + then + "&kind=group");
    }

    private DomainEvent assigned(UUID group) {
        return new GroupAssigned(IMPORTER, group);
    }

    private DomainEvent unassigned(UUID group) {
        return new GroupUnassigned(IMPORTER, group);
    }

    private static UUID groupOf(JsonNode fields) {
        return UUID.fromString(fields.get("group").asString());
    }

    private JsonNode thing(String id, String more) throws Exception {
        return allPages(CHANGED + then + "&to=" + later + more).stream()
                .filter(each -> each.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** After everything so far has been ledgered. */
    private String moment() {
        return LedgerFixture.timeOf(ledger.head()).plusSeconds(30).toString();
    }
}
