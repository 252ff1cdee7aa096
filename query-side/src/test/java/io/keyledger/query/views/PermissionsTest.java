package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.ANALYSTS;
import static io.keyledger.query.testing.Company.IMPORTER;
import static io.keyledger.query.testing.Company.READER;
import static io.keyledger.query.testing.Company.WRITER;
import static io.keyledger.query.testing.Company.details;
import static io.keyledger.query.testing.Company.group;
import static io.keyledger.query.testing.Company.role;
import static io.keyledger.query.testing.Company.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.testing.LedgerFixture;
import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.event.RoleEvent.RolePermissionsChanged;
import io.keyledger.shared.event.ServiceUserDetails;
import io.keyledger.shared.event.ServiceUserEvent.GroupAssigned;
import io.keyledger.shared.event.ServiceUserEvent.GroupUnassigned;
import io.keyledger.shared.event.ServiceUserEvent.RoleAssigned;
import io.keyledger.shared.event.ServiceUserEvent.RoleUnassigned;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDeleted;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDetailsChanged;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDisabled;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserEnabled;
import io.keyledger.shared.event.UserGroupEvent.RoleAssignedToGroup;
import io.keyledger.shared.event.UserGroupEvent.RoleUnassignedFromGroup;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class PermissionsTest extends FreshViews {

    private static final String NOTHING = "";

    /** Each event and what the importer may do from then on. */
    private static Map<DomainEvent, String> story() {
        Map<DomainEvent, String> story = new LinkedHashMap<>();
        story.put(role(READER, "reader", "catalog.*:view"), "not-created");
        story.put(role(WRITER, "writer", "catalog.assets:manage"), "not-created");
        story.put(group(ANALYSTS, "analysts"), "not-created");
        story.put(user(IMPORTER, "importer"), NOTHING);
        story.put(new GroupAssigned(IMPORTER, ANALYSTS), NOTHING);
        story.put(new RoleAssignedToGroup(ANALYSTS, READER), "catalog.*:view");
        story.put(new RoleAssigned(IMPORTER, WRITER), "catalog.*:view catalog.assets:manage");
        story.put(
                new RolePermissionsChanged(
                        WRITER, List.of("catalog.assets:manage"), List.of("b:c")),
                "b:c catalog.*:view");
        story.put(new RoleUnassignedFromGroup(ANALYSTS, READER), "b:c");
        story.put(new ServiceUserDisabled(IMPORTER), "disabled");
        story.put(new ServiceUserEnabled(IMPORTER), "b:c");
        story.put(new RoleUnassigned(IMPORTER, WRITER), NOTHING);
        story.put(new RoleAssigned(IMPORTER, READER), "catalog.*:view");
        story.put(new GroupUnassigned(IMPORTER, ANALYSTS), "catalog.*:view");
        story.put(
                new ServiceUserDetailsChanged(
                        IMPORTER, details("importer"), expiring(LedgerFixture.timeOf(15))),
                "expired");
        story.put(
                new ServiceUserDetailsChanged(
                        IMPORTER, expiring(LedgerFixture.timeOf(15)), details("importer")),
                "catalog.*:view");
        story.put(new ServiceUserDeleted(IMPORTER, "importer"), "deleted");
        return story;
    }

    @Test
    void permissionsOfAnyPastMomentAreThoseOfThatMoment() throws Exception {
        Map<DomainEvent, String> story = story();
        ledger.events("acme", story.keySet().toArray(DomainEvent[]::new));
        views.project();
        long position = 0;
        for (String expected : story.values()) {
            position++;
            JsonNode then = at(LedgerFixture.timeOf(position).plusSeconds(30));
            assertThat(summary(then)).as("at position %s", position).isEqualTo(expected);
            assertThat(then.get("position").asLong()).isEqualTo(position);
        }
        assertThat(summary(at(LedgerFixture.START))).isEqualTo("not-created");
    }

    @Test
    void theWhyNamesEveryWay() throws Exception {
        ledger.events(
                "acme",
                role(READER, "reader", "catalog.*:view"),
                role(WRITER, "writer", "catalog.*:view", "workspace.ownership:delete", "*:*"),
                group(ANALYSTS, "analysts"),
                new RoleAssignedToGroup(ANALYSTS, READER),
                user(IMPORTER, "importer"),
                new GroupAssigned(IMPORTER, ANALYSTS),
                new RoleAssigned(IMPORTER, WRITER));
        views.project();
        JsonNode items = api.read(path()).body().get("items");
        assertThat(texts(items, "permission")).containsExactly("*:*", "catalog.*:view");
        JsonNode why = items.get(1).get("why");
        assertThat(why.get(0).has("group")).isFalse();
        assertThat(why.get(0).get("role").get("name").asString()).isEqualTo("writer");
        assertThat(why.get(1).get("group").get("name").asString()).isEqualTo("analysts");
        assertThat(why.get(1).get("role").get("name").asString()).isEqualTo("reader");
    }

    @Test
    void aTimeToComeOrNoTimeAtAllIsRefused() throws Exception {
        ledger.events("acme", user(IMPORTER, "importer"));
        views.project();
        for (String at : List.of("2999-01-01T00:00:00Z", "now", "2026-01-01")) {
            var answer = api.read(path() + "?at=" + at);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().get("field").asString()).isEqualTo("at");
        }
    }

    private JsonNode at(Instant time) throws Exception {
        return api.read(path() + "?at=" + time).body();
    }

    private static String path() {
        return ACME + "/service-users/" + IMPORTER + "/permissions";
    }

    private static String summary(JsonNode answer) {
        return answer.has("inactive")
                ? answer.get("inactive").asString()
                : String.join(" ", texts(answer.get("items"), "permission"));
    }

    private static ServiceUserDetails expiring(Instant at) {
        return new ServiceUserDetails("importer", "", null, Map.of(), at);
    }
}
