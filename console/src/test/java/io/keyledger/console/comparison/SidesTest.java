package io.keyledger.console.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.keyledger.client.api.Audit.Actor;
import io.keyledger.client.api.Audit.Entry;
import io.keyledger.client.api.Audit.Subject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class SidesTest {

    private static final Instant FIRST = Instant.parse("2026-03-03T14:02:11Z");
    private static final Instant SECOND = Instant.parse("2026-03-05T00:00:00Z");
    private static final UUID USER = new UUID(0, 7);

    private final List<Entry> changes = new ArrayList<>();

    @Test
    void ofSeveralChangesOfAFieldTheEndsAreLeftAndTheLastCause() {
        change("role.RoleDetailsChanged", "role", "r", of("name", "a"), of("name", "b"));
        change("role.RoleDetailsChanged", "role", "r", of("name", "b"), of("name", "c"));
        Differing role = only();
        assertThat(role.state()).isEqualTo("changed");
        assertThat(told(role)).containsExactly("name: a > c by 1");
    }

    @Test
    void whatCameAndWentAgainIsAsItWas() {
        change("user-group.RoleAssignedToGroup", "user-group", "g", null, of("role", "x"));
        change("user-group.RoleUnassignedFromGroup", "user-group", "g", of("role", "x"), null);
        change("role.RoleCreated", "role", "r", null, of("name", "short"));
        change("role.RoleDeleted", "role", "r", of("name", "short"), null);
        change("service-user.ServiceUserDisabled", "u", USER, of("status", "on"), of("status", ""));
        change("service-user.ServiceUserEnabled", "u", USER, of("status", ""), of("status", "on"));
        assertThat(differing()).isEmpty();
    }

    @Test
    void eachMemberIsAFieldOfItsOwn() {
        change("user-group.RoleAssignedToGroup", "user-group", "g", null, of("role", "x"));
        change("user-group.RoleAssignedToGroup", "user-group", "g", null, of("role", "y"));
        change("user-group.RoleUnassignedFromGroup", "user-group", "g", of("role", "z"), null);
        assertThat(told(only()))
                .containsExactly(
                        "role: null > Role x by 0", "role: null > y by 1", "role: z > null by 2");
    }

    @Test
    void routesAreThingsOfTheirOwnOnThePageOfTheirApi() {
        Map<String, Object> route = Map.of("route", "r1", "method", "GET", "path", "/a");
        change("api.ApiRouteAdded", "api", "7", null, route);
        change("api.ApiRouteAdded", "api", "7", null, Map.of("route", "r2", "path", "/b"));
        List<Differing> found = differing();
        assertThat(found).extracting(Differing::kind).containsExactly("API route", "API route");
        assertThat(found.getLast().name()).isEqualTo("GET /a");
        assertThat(found.getLast().page()).startsWith("/console/acme/apis/7?at=");
    }

    @Test
    void whatIsNewLeadsToTheSecondMomentAndWhatIsGoneToTheFirst() {
        change("role.RoleCreated", "role", "new", null, of("name", "a"));
        change("role.RoleDeleted", "role", "old", of("name", "b"), null);
        assertThat(differing())
                .extracting(Differing::state, Differing::page)
                .containsExactly(
                        tuple("gone", "/console/acme/roles/old?at=" + FIRST),
                        tuple("new", "/console/acme/roles/new?at=" + SECOND));
        Sides untilNow = new Sides("acme", FIRST, null, Map.of(), _ -> true);
        assertThat(untilNow.of(changes).getLast().page()).isEqualTo("/console/acme/roles/new");
    }

    @Test
    void aServiceUserLeadsToWhatItCouldDoAtBothAndItsKeyToItsPage() {
        String id = USER.toString();
        change("service-user.ApiKeyGenerated", "api-key", "k", null, of("name", "nightly"));
        change("service-user.RoleAssigned", "service-user", id, null, of("role", "x"));
        List<Differing> found = differing();
        assertThat(found.getFirst().permissions())
                .isEqualTo(
                        "/console/acme/service-users/%s/permissions?compare=yes&at=%s&until=%s"
                                .formatted(USER, FIRST, SECOND));
        assertThat(found.getLast().kind()).isEqualTo("API key");
        assertThat(found.getLast().permissions()).isNull();
        assertThat(found.getLast().page()).contains("/service-users/" + USER);
    }

    @Test
    void thatSomebodySignedInIsNoDifference() {
        change("person.PersonSignedIn", "person", "p", null, of("tokenIssuedAt", "now"));
        assertThat(differing()).isEmpty();
    }

    private Differing only() {
        List<Differing> found = differing();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<Differing> differing() {
        return new Sides("acme", FIRST, SECOND, Map.of("x", "Role x"), _ -> true).of(changes);
    }

    private static List<String> told(Differing differing) {
        return differing.fields().stream()
                .map(
                        each ->
                                "%s: %s > %s by %d"
                                        .formatted(
                                                each.field(),
                                                each.before(),
                                                each.after(),
                                                each.cause().entry().position()))
                .toList();
    }

    private static Map<String, Object> of(String field, Object value) {
        return Map.of(field, value);
    }

    private void change(
            String type,
            String kind,
            Object id,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after) {
        changes.add(
                new Entry(
                        "entry-" + changes.size(),
                        changes.size(),
                        "change",
                        type,
                        "acme",
                        SECOND,
                        SECOND,
                        new Actor("person", "1", "ada"),
                        new Subject(kind, id.toString(), "it"),
                        before,
                        after,
                        USER,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }
}
