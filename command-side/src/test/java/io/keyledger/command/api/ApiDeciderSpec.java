package io.keyledger.command.api;

import static io.keyledger.command.rule.RejectionCode.AMBIGUOUS_ROUTE;
import static io.keyledger.command.rule.RejectionCode.API_IN_USE;
import static io.keyledger.command.rule.RejectionCode.INVALID_VALUE;
import static io.keyledger.command.rule.RejectionCode.OWNER_ONLY;
import static io.keyledger.command.rule.RejectionCode.PERMISSION_NOT_HELD;
import static io.keyledger.command.rule.RejectionCode.TOO_MANY_ROUTES;
import static io.keyledger.command.rule.RejectionCode.UNKNOWN_API;
import static io.keyledger.command.rule.RejectionCode.UNKNOWN_ROUTE;

import io.keyledger.command.api.ApiCommand.AddRoute;
import io.keyledger.command.api.ApiCommand.CreateApi;
import io.keyledger.command.api.ApiCommand.DeleteApi;
import io.keyledger.command.api.ApiCommand.EditApi;
import io.keyledger.command.api.ApiCommand.EditRoute;
import io.keyledger.command.api.ApiCommand.RemoveRoute;
import io.keyledger.command.grant.Grantor;
import io.keyledger.command.rule.Patch;
import io.keyledger.command.spec.Callers;
import io.keyledger.command.spec.Spec;
import io.keyledger.shared.event.ApiDetails;
import io.keyledger.shared.event.ApiEvent;
import io.keyledger.shared.event.ApiEvent.ApiCreated;
import io.keyledger.shared.event.ApiEvent.ApiDeleted;
import io.keyledger.shared.event.ApiEvent.ApiDetailsChanged;
import io.keyledger.shared.event.ApiEvent.ApiRouteAdded;
import io.keyledger.shared.event.ApiEvent.ApiRouteChanged;
import io.keyledger.shared.event.ApiEvent.ApiRouteRemoved;
import io.keyledger.shared.event.ApiRoute;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

class ApiDeciderSpec {

    private static final UUID API = Callers.id(100);
    private static final UUID ROUTE = Callers.id(200);
    private static final UUID OTHER = Callers.id(201);
    private static final String VIEW = "catalog.assets:view";
    private static final String MANAGE = "catalog.assets:manage";
    private static final ApiDetails DETAILS =
            new ApiDetails("catalog", "", List.of("catalog.example.com"));
    private static final Spec<ApiState, ApiEvent> NONE =
            new Spec<>(new ApiState.Absent(), ApiDecider::evolve);
    private static final Spec<ApiState, ApiEvent> CATALOG =
            NONE.given(new ApiCreated(API, DETAILS));

    @Nested
    class Apis {

        @Test
        void hostsAreKeptInLowerCaseSortedAndEachOnce() {
            creating("B.example.com", "a.example.com", "b.EXAMPLE.com", "[2001:DB8::1]", "10.0.0.1")
                    .then(
                            new ApiCreated(
                                    API,
                                    new ApiDetails(
                                            "catalog",
                                            "",
                                            List.of(
                                                    "10.0.0.1",
                                                    "2001:db8:0:0:0:0:0:1",
                                                    "a.example.com",
                                                    "b.example.com"))));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "a.example.com:443",
                    "https://a",
                    "a..b",
                    "a.example.com.",
                    "-a",
                    "a_b",
                    "a b",
                    "*.example.com",
                    "straße.de",
                    "1.2.3",
                    "256.1.1.1",
                    "010.0.0.1",
                    "0x7f.1",
                    "fe80::1%eth0",
                    "1::2::3",
                    "[::1"
                })
        void whatIsNoHostIsRefused(String host) {
            creating("a.example.com", host).rejected(INVALID_VALUE, "hosts[1]");
        }

        @Test
        void thereAreAtMostTwentyHosts() {
            creating(IntStream.range(0, 21).mapToObj(i -> "h" + i).toArray(String[]::new))
                    .rejected(INVALID_VALUE, "hosts");
        }

        @Test
        void anEditThatChangesNothingEmitsNothing() {
            CATALOG.when(state -> edit(state, "catalog", List.of("CATALOG.example.com"), nobody()))
                    .thenNothing();
        }

        @Test
        void takingAHostOrTheNameAwayNeedsWhatTheRoutesRequire() {
            Spec<ApiState, ApiEvent> api = with("GET", "/v1/assets", MANAGE);
            api.when(state -> edit(state, null, List.of(), Callers.viewer()))
                    .rejected(PERMISSION_NOT_HELD, "hosts");
            api.when(state -> edit(state, "other", null, Callers.viewer()))
                    .rejected(PERMISSION_NOT_HELD, "name");
            api.when(state -> edit(state, "Catalog", null, Callers.viewer()))
                    .then(changed("Catalog", DETAILS.hosts()));
            api.when(state -> edit(state, null, List.of(), Callers.holding(MANAGE)))
                    .then(changed("catalog", List.of()));
        }

        @Test
        void anApiWithRoutesIsNotDeleted() {
            DeleteApi delete = new DeleteApi("w", API, null);
            with("GET", "/v1/assets", VIEW)
                    .when(state -> ApiDecider.decide(state, delete))
                    .rejected(API_IN_USE);
            with("GET", "/v1/assets", VIEW)
                    .given(new ApiRouteRemoved(API, route(OTHER, "GET", "/v1/assets", VIEW)))
                    .when(state -> ApiDecider.decide(state, delete))
                    .then(new ApiDeleted(API, "catalog"));
            NONE.when(state -> ApiDecider.decide(state, delete)).rejected(UNKNOWN_API);
        }

        private ApiDetailsChanged changed(String name, List<String> hosts) {
            return new ApiDetailsChanged(API, DETAILS, new ApiDetails(name, "", hosts));
        }

        private Spec.Outcome<ApiEvent> creating(String... hosts) {
            return NONE.when(
                    _ ->
                            ApiDecider.decide(
                                    CreateApi.of("w", API, " catalog ", null, List.of(hosts))));
        }

        private List<ApiEvent> edit(
                ApiState state, String name, List<String> hosts, Grantor grantor) {
            return ApiDecider.decide(
                    state, new EditApi("w", API, name, null, hosts, null), grantor);
        }
    }

    @Nested
    class Add {

        @Test
        void aRouteIsAddedByWhoHoldsWhatItRequires() {
            adding(CATALOG, "GET", "/v1/assets/{id}", VIEW, Callers.viewer())
                    .then(new ApiRouteAdded(API, route(ROUTE, "GET", "/v1/assets/{id}", VIEW)));
            adding(CATALOG, "GET", "/v1/assets/{id}", MANAGE, Callers.viewer())
                    .rejected(PERMISSION_NOT_HELD, "permission");
        }

        @Test
        void aPublicRouteNeedsTheDelegate() {
            adding(CATALOG, "GET", "/", null, Callers.holding("*:view"))
                    .rejected(PERMISSION_NOT_HELD, "public");
            adding(CATALOG, "GET", "/", null, Callers.delegate())
                    .then(new ApiRouteAdded(API, route(ROUTE, "GET", "/", null)));
        }

        @ParameterizedTest
        @CsvSource({
            "/v1/assets/{id}, /v1/assets/{other}",
            "/v1/assets, /v1/assets",
            "/v1/{a}/x, /{b}/v/x",
            "/v1/{a}/x, /v1/y/{b}",
            "/v1/%61, /v1/a"
        })
        void anEquallyGoodRouteIsRefused(String there, String path) {
            adding(with("GET", there, VIEW), "GET", path, VIEW, Callers.viewer())
                    .rejected(AMBIGUOUS_ROUTE, "path");
        }

        @ParameterizedTest
        @CsvSource({"GET, /v1/assets/new", "POST, /v1/assets/{x}", "GET, /v1/assets/{x}/y"})
        void aCloserRouteAnotherMethodOrAnotherPathIsAdded(String method, String path) {
            adding(with("GET", "/v1/assets/{id}", VIEW), method, path, VIEW, Callers.viewer())
                    .then(new ApiRouteAdded(API, route(ROUTE, method, path, VIEW)));
        }

        @Test
        void aCloserRouteTakesNothingFromAPermissionOneCouldNotGrant() {
            adding(with("GET", "/v1/{x}", MANAGE), "GET", "/v1/a", VIEW, Callers.viewer())
                    .rejected(PERMISSION_NOT_HELD, "permission");
            adding(with("GET", "/v1/a", MANAGE), "GET", "/v1/{x}", VIEW, Callers.viewer())
                    .then(new ApiRouteAdded(API, route(ROUTE, "GET", "/v1/{x}", VIEW)));
        }

        @ParameterizedTest
        @CsvSource({
            "get, /v1, a:view, method",
            "HEAD, /v1, a:view, method",
            "GET, v1, a:view, path",
            "GET, /v1/, a:view, path",
            "GET, /v1/../x, a:view, path",
            "GET, /v1, a:*, permission",
            "GET, /v1, *:*, permission",
            "GET, /v1, , permission"
        })
        void valuesMustHaveTheirForm(String method, String path, String permission, String field) {
            CATALOG.when(_ -> List.of(added(method, path, permission, false)))
                    .rejected(INVALID_VALUE, field);
        }

        @Test
        void aPublicRouteRequiresNoPermission() {
            CATALOG.when(_ -> List.of(added("GET", "/v1", VIEW, true)))
                    .rejected(INVALID_VALUE, "permission");
        }

        @ParameterizedTest
        @ValueSource(strings = {"workspace.ownership:delete", "workspace.ownership.parts:view"})
        void whatIsReservedToOwnersIsRequiredByNoRoute(String reserved) {
            CATALOG.when(_ -> List.of(added("GET", "/v1", reserved, false)))
                    .rejected(OWNER_ONLY, "permission");
        }

        @Test
        void theResourcesIdIsAVariableOfThePath() {
            CATALOG.when(
                            _ -> {
                                RouteForm.of("GET", "/v1/{id}", VIEW, false, "asset", "asset");
                                return List.of();
                            })
                    .rejected(INVALID_VALUE, "resourceId");
        }

        @Test
        void anApiHasAtMost2000Routes() {
            ApiEvent[] routes =
                    IntStream.range(0, 2_000)
                            .mapToObj(
                                    i ->
                                            new ApiRouteAdded(
                                                    API,
                                                    route(
                                                            Callers.id(1000 + i),
                                                            "GET",
                                                            "/" + i,
                                                            VIEW)))
                            .toArray(ApiEvent[]::new);
            adding(CATALOG.given(routes), "GET", "/x", VIEW, Callers.viewer())
                    .rejected(TOO_MANY_ROUTES);
        }

        private ApiEvent added(String method, String path, String permission, boolean open) {
            return new ApiRouteAdded(
                    API, RouteForm.of(method, path, permission, open, null, null).route(ROUTE));
        }

        private Spec.Outcome<ApiEvent> adding(
                Spec<ApiState, ApiEvent> given,
                String method,
                String path,
                String permission,
                Grantor grantor) {
            RouteForm form = RouteForm.of(method, path, permission, permission == null, null, null);
            return given.when(
                    state ->
                            ApiDecider.decide(
                                    API,
                                    state,
                                    new AddRoute("w", "catalog", ROUTE, form, null),
                                    grantor));
        }
    }

    @Nested
    class EditAndRemove {

        private static final ApiRoute THERE = route(OTHER, "GET", "/v1/{id}", MANAGE);

        @Test
        void changingWhatARouteRequiresNeedsBoth() {
            editing(null, VIEW, null, Callers.viewer()).rejected(PERMISSION_NOT_HELD, "permission");
            editing(null, VIEW, null, Callers.holding(MANAGE))
                    .rejected(PERMISSION_NOT_HELD, "permission");
            editing(null, VIEW, null, Callers.holding(VIEW, MANAGE))
                    .then(changed(route(OTHER, "GET", "/v1/{id}", VIEW)));
        }

        @Test
        void makingARoutePublicNeedsTheDelegate() {
            editing(null, null, true, Callers.holding(MANAGE))
                    .rejected(PERMISSION_NOT_HELD, "public");
            editing(null, null, true, Callers.delegate())
                    .then(changed(route(OTHER, "GET", "/v1/{id}", null)));
        }

        @Test
        void aRouteMayTakeItsOwnPlaceAgain() {
            editing("/v1/{asset}", null, null, Callers.holding(MANAGE))
                    .then(changed(route(OTHER, "GET", "/v1/{asset}", MANAGE)));
            editing("/v1/{id}", MANAGE, false, nobody()).thenNothing();
        }

        @Test
        void removingARouteNeedsWhatItRequires() {
            RemoveRoute remove = new RemoveRoute("w", OTHER, null);
            there().when(state -> ApiDecider.decide(API, state, remove, Callers.viewer()))
                    .rejected(PERMISSION_NOT_HELD, "permission");
            there().when(state -> ApiDecider.decide(API, state, remove, Callers.holding(MANAGE)))
                    .then(new ApiRouteRemoved(API, THERE));
            CATALOG.when(state -> ApiDecider.decide(API, state, remove, Callers.delegate()))
                    .rejected(UNKNOWN_ROUTE);
        }

        private Spec<ApiState, ApiEvent> there() {
            return CATALOG.given(new ApiRouteAdded(API, THERE));
        }

        private ApiRouteChanged changed(ApiRoute after) {
            return new ApiRouteChanged(API, THERE, after);
        }

        private Spec.Outcome<ApiEvent> editing(
                String path, String permission, Boolean open, Grantor grantor) {
            EditRoute edit =
                    new EditRoute(
                            "w",
                            OTHER,
                            null,
                            path,
                            permission,
                            open,
                            Patch.unchanged(),
                            Patch.unchanged(),
                            null);
            return there().when(state -> ApiDecider.decide(API, state, edit, grantor));
        }
    }

    private static Grantor nobody() {
        return Callers.holding();
    }

    private static Spec<ApiState, ApiEvent> with(String method, String path, String permission) {
        return CATALOG.given(new ApiRouteAdded(API, route(OTHER, method, path, permission)));
    }

    private static ApiRoute route(UUID id, String method, String path, String permission) {
        return new ApiRoute(id, method, path, permission, null, null);
    }
}
