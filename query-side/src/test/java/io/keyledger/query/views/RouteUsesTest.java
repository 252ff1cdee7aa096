package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.CATALOG;
import static io.keyledger.query.testing.Company.IMPORTER;
import static io.keyledger.query.testing.Company.KEY;
import static io.keyledger.query.testing.Company.id;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.replay.Rebuilding;
import io.keyledger.query.routeuse.RouteUsageProjection;
import io.keyledger.query.testing.LedgerFixture;
import io.keyledger.query.testing.QueryNode;
import io.keyledger.query.testing.Uses;
import io.keyledger.shared.event.ApiDetails;
import io.keyledger.shared.event.ApiEvent.ApiCreated;
import io.keyledger.shared.event.ApiEvent.ApiRouteAdded;
import io.keyledger.shared.event.ApiEvent.ApiRouteRemoved;
import io.keyledger.shared.event.ApiRoute;
import io.keyledger.shared.use.KeyUse;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** When routes and APIs were last used, and from where. */
class RouteUsesTest extends FreshViews {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final ApiRoute ASSETS =
            new ApiRoute(id(7), "GET", "/v1/assets/{id}", "a:view", null, null);
    private static final ApiRoute CARTS =
            new ApiRoute(id(8), "GET", "/v1/carts/{id}", "c:view", null, null);

    private long here;
    private long there;

    @BeforeEach
    void given() throws Exception {
        People.arrive(ledger);
        ledger.events(
                "acme",
                new ApiCreated(CATALOG, new ApiDetails("catalog", "", List.of())),
                new ApiRouteAdded(CATALOG, ASSETS),
                new ApiRouteAdded(CATALOG, CARTS));
        here = ledger.personalValue("acme", "address", "10.1.2.3");
        there = ledger.personalValue("acme", "address", "10.1.2.4");
        views.project();
    }

    @Test
    void theLastRequestThatWasLetThroughIsTold() throws Exception {
        assertNeverUsed(route(ASSETS));
        used(here, NOON, null);
        used(there, NOON.plusSeconds(60), null);
        used(here, NOON.plusSeconds(120), "permission-not-granted");
        assertLastUsed(route(ASSETS), NOON.plusSeconds(60), "10.1.2.4");
        assertThat(route(ASSETS).has("neverUsed")).isFalse();
        assertNeverUsed(route(CARTS));
        List<JsonNode> all = allPages(ACME + "/routes");
        assertLastUsed(all.getFirst(), NOON.plusSeconds(60), "10.1.2.4");
        assertNeverUsed(all.getLast());
    }

    @Test
    void aRecordThatComesLateChangesNothing() throws Exception {
        used(here, NOON.plusSeconds(60), null);
        used(there, NOON, null);
        assertLastUsed(route(ASSETS), NOON.plusSeconds(60), "10.1.2.3");
        used(there, NOON.plusSeconds(60), null);
        assertLastUsed(route(ASSETS), NOON.plusSeconds(60), "10.1.2.4");
    }

    @Test
    void anApiWasUsedWhenAnyOfItsRoutesWasEvenARemovedOne() throws Exception {
        assertNeverUsed(api.read(apiPath()).body());
        used(here, NOON, null);
        ledger.uses(
                "acme",
                new Uses(IMPORTER, there, here)
                        .atApi(NOON.plusSeconds(5), CATALOG, along(CARTS.routeId(), null)));
        ledger.events("acme", new ApiRouteRemoved(CATALOG, CARTS));
        views.project();
        assertLastUsed(api.read(apiPath()).body(), NOON.plusSeconds(5), "10.1.2.4");
        assertLastUsed(allPages(ACME + "/apis").getFirst(), NOON.plusSeconds(5), "10.1.2.4");
        assertLastUsed(route(ASSETS), NOON, "10.1.2.3");
    }

    @Test
    void anErasedAddressIsNotTold() throws Exception {
        used(here, NOON, null);
        ledger.erase(here);
        JsonNode last = route(ASSETS).get("lastUsed");
        assertThat(last.has("address")).isFalse();
        assertThat(last.get("erased").asBoolean()).isTrue();
    }

    @Test
    void inThePastNothingIsToldOfUses() throws Exception {
        used(here, NOON, null);
        String then = "?at=" + LedgerFixture.timeOf(ledger.head()).plusSeconds(1);
        assertUnknown(api.read(ACME + "/routes/" + ASSETS.routeId() + then).body());
        assertUnknown(api.read(apiPath() + then).body());
    }

    @Test
    void nothingIsToldBeforeAllUsesAreCounted() throws Exception {
        used(here, NOON, null);
        ledger.uses(
                "acme",
                new Uses(IMPORTER, there, here)
                        .atApi(NOON.plusSeconds(5), CATALOG, along(ASSETS.routeId(), null)));
        assertUnknown(route(ASSETS));
        assertUnknown(route(CARTS));
        assertUnknown(api.read(apiPath()).body());
        views.project();
        assertLastUsed(route(ASSETS), NOON.plusSeconds(5), "10.1.2.4");
        assertNeverUsed(route(CARTS));
    }

    @Test
    void rowsFollowFromTheEntriesAlone() throws Exception {
        for (int i = 0; i < 30; i++) {
            UUID route = (i % 3 == 0 ? CARTS : ASSETS).routeId();
            ledger.uses(
                    "acme",
                    new Uses(IMPORTER, i % 2 == 0 ? here : there, here)
                            .atApi(
                                    NOON.plusSeconds(i * 37 % 30),
                                    CATALOG,
                                    along(route, null),
                                    along(ASSETS.routeId(), i % 5 == 0 ? null : "no-route"),
                                    Uses.allowed(KEY, "catalog.assets:view")));
            if (i % 7 == 3) {
                views.project();
            }
        }
        views.project();
        assertThat(views.live().get("route_use_v1").lines()).hasSize(2);
        assertThat(views.rebuilt(1)).isEqualTo(views.live());
        assertThat(views.rebuilt(1_000)).isEqualTo(views.live());
        RouteUsageProjection projection = new RouteUsageProjection();
        try (QueryNode node = new QueryNode(database, projection)) {
            assertThat(Rebuilding.givesTheSame(node, projection)).isTrue();
        }
    }

    private void used(long address, Instant at, @Nullable String reason) throws Exception {
        ledger.uses(
                "acme",
                new Uses(IMPORTER, address, here)
                        .atApi(at, CATALOG, along(ASSETS.routeId(), reason)));
        views.project();
    }

    private static KeyUse along(UUID route, @Nullable String reason) {
        return Uses.along(route, 1, KEY, reason);
    }

    private JsonNode route(ApiRoute route) throws Exception {
        return api.read(ACME + "/routes/" + route.routeId()).body();
    }

    private static String apiPath() {
        return ACME + "/apis/" + CATALOG;
    }

    private static void assertNeverUsed(JsonNode told) {
        assertThat(told.has("lastUsed")).isFalse();
        assertThat(told.get("neverUsed").asBoolean()).isTrue();
    }

    private static void assertUnknown(JsonNode told) {
        assertThat(told.has("lastUsed")).isFalse();
        assertThat(told.has("neverUsed")).isFalse();
    }

    private static void assertLastUsed(JsonNode told, Instant at, String address) {
        assertThat(told.at("/lastUsed/at").asString()).isEqualTo(at.toString());
        assertThat(told.at("/lastUsed/address").asString()).isEqualTo(address);
    }
}
