package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.ANALYSTS;
import static io.keyledger.query.testing.Company.CATALOG;
import static io.keyledger.query.testing.Company.IMPORTER;
import static io.keyledger.query.testing.Company.OFFICE;
import static io.keyledger.query.testing.Company.READER;
import static io.keyledger.query.testing.Company.WRITER;
import static io.keyledger.query.testing.Company.id;
import static io.keyledger.query.testing.Company.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.testing.Api;
import io.keyledger.query.testing.Company;
import io.keyledger.query.testing.LedgerFixture;
import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.event.ServiceUserDetails;
import io.keyledger.shared.event.ServiceUserEvent.GroupUnassigned;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserCreated;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDeleted;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists and details as of a time. */
class PastDirectoryTest extends FreshViews {

    private static final List<String> READS =
            List.of(
                    "/service-users",
                    "/service-users?status=deleted",
                    "/service-users?status=disabled",
                    "/service-users?group=" + ANALYSTS,
                    "/service-users?role=" + READER,
                    "/service-users?policy=" + OFFICE,
                    "/service-users?q=import",
                    "/service-users?sort=-createdAt",
                    "/service-users?sort=status",
                    "/service-users/count",
                    "/service-users/" + IMPORTER,
                    "/service-users/" + IMPORTER + "/keys?deleted=true",
                    "/keys",
                    "/roles",
                    "/roles?sort=-createdAt&permission=catalog.assets:view",
                    "/roles/" + READER,
                    "/roles/" + WRITER,
                    "/groups",
                    "/groups?sort=-memberCount&role=" + READER,
                    "/groups/count?policy=" + OFFICE,
                    "/groups/" + ANALYSTS,
                    "/policies",
                    "/policies?sort=state&role=" + WRITER,
                    "/policies/" + OFFICE,
                    "/apis",
                    "/apis?sort=-routeCount",
                    "/apis/" + CATALOG,
                    "/routes",
                    "/routes?sort=permission",
                    "/routes/count",
                    "/routes/" + id(7));

    /** Uses are counted up to now alone, and the test's events are older than its clock. */
    private static final List<String> OF_THE_CLOCK =
            List.of("expired", "ageDays", "allowed", "refused", "neverUsed");

    @Test
    void whatWasAnsweredThenIsWhatIsAnsweredAboutThen() throws Exception {
        List<List<String>> then = new ArrayList<>();
        for (DomainEvent event : Company.everything()) {
            ledger.events("acme", event);
            views.project();
            List<String> answers = new ArrayList<>();
            for (String path : READS) {
                answers.add(said(api.read(ACME + path)));
            }
            then.add(answers);
        }
        for (int i = 0; i < then.size(); i++) {
            String at = "at=" + LedgerFixture.timeOf(i + 1).plusSeconds(30);
            for (int each = 0; each < READS.size(); each++) {
                String path = READS.get(each);
                String separator = path.contains("?") ? "&" : "?";
                assertThat(said(api.read(ACME + path + separator + at)))
                        .as("%s after %d events", path, i + 1)
                        .isEqualTo(then.get(i).get(each));
            }
        }
    }

    @Test
    void pagesOfAMomentAreOfThatMomentAlone() throws Exception {
        People.arrive(ledger);
        String at = "at=" + LedgerFixture.timeOf(ledger.head()).plusSeconds(30);
        ledger.events(
                "acme",
                user(id(20), "aardvark"),
                new GroupUnassigned(IMPORTER, ANALYSTS),
                new ServiceUserDeleted(id(10), "exporter"));
        views.project();
        for (String sort : List.of("username", "createdAt", "status")) {
            String path = ACME + "/service-users?sort=" + sort;
            assertThat(texts(allPages(path + "&" + at), "username"))
                    .containsExactlyInAnyOrder("exporter", "idle", "importer");
        }
        assertThat(texts(allPages(ACME + "/service-users?permission=a:b&" + at), "username"))
                .isEmpty();
        String holders = ACME + "/service-users?permission=catalog.assets:view";
        assertThat(texts(allPages(holders + "&" + at), "username"))
                .containsExactly("exporter", "importer");
        assertThat(texts(allPages(holders), "username")).containsExactly("importer");
        JsonNode first = api.read(ACME + "/service-users?limit=1&" + at).body();
        String cursor = "&cursor=" + first.get("nextCursor").asString();
        assertRefused("cursor", ACME + "/service-users?limit=1" + cursor);
        assertRefused("cursor", ACME + "/roles?limit=1&" + at + cursor);
    }

    @Test
    void whatExpiresLaterHasNotExpiredThen() throws Exception {
        var expiring = new ServiceUserDetails("temp", "", null, Map.of(), LedgerFixture.timeOf(10));
        ledger.events("acme", new ServiceUserCreated(id(30), expiring));
        views.project();
        String path = ACME + "/service-users/" + id(30);
        assertThat(expired(path + "?at=" + LedgerFixture.timeOf(9))).isFalse();
        assertThat(expired(path + "?at=" + LedgerFixture.timeOf(10))).isTrue();
        assertThat(expired(path)).isTrue();
    }

    @Test
    void whatIsOfNowAloneOrNoPastTimeIsRefused() throws Exception {
        People.arrive(ledger);
        views.project();
        String at = "at=2026-01-01T00:30:00Z";
        assertRefused(
                "unusedSince", ACME + "/service-users?unusedSince=2026-01-01T00:00:00Z&" + at);
        assertRefused("unusedSince", ACME + "/keys?unusedSince=2026-01-01T00:00:00Z&" + at);
        assertRefused("sort", ACME + "/service-users?sort=lastUsed&" + at);
        for (String path : READS) {
            String start = ACME + path + (path.contains("?") ? "&" : "?");
            assertRefused("at", start + "at=2999-01-01T00:00:00Z");
            assertRefused("at", start + "at=yesterday");
        }
    }

    @Test
    void beforeAnythingWasThereListsAreEmptyAndDetailsUnknown() throws Exception {
        People.arrive(ledger);
        views.project();
        String before = "?at=" + LedgerFixture.START;
        for (String list : List.of("/service-users", "/keys", "/roles", "/groups", "/routes")) {
            assertThat(api.read(ACME + list + before).body().get("items")).isEmpty();
        }
        var answer = api.read(ACME + "/service-users/" + IMPORTER + before);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().get("code").asString()).isEqualTo("unknown-service-user");
    }

    private boolean expired(String path) throws Exception {
        return api.read(path).body().get("expired").asBoolean();
    }

    private static String said(Api.Answer answer) {
        JsonNode body = answer.body();
        for (String beside : List.of("expired", "keyId", "neverUsed")) {
            body.findParents(beside).forEach(PastDirectoryTest::strip);
        }
        return answer.status() + " " + body;
    }

    private static void strip(JsonNode each) {
        if (each instanceof ObjectNode object) {
            object.remove(OF_THE_CLOCK);
        }
    }
}
