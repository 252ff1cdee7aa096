package io.keyledger.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.key.ApiKeyText;
import io.keyledger.command.testing.RawHttp;
import io.keyledger.command.testing.RawHttp.Reply;
import io.keyledger.shared.id.KeyId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What a gateway is answered, whatever a client puts into the request that it passes on. */
class ForwardAuthTest extends WithGateway {

    private static final String METHOD = "X-Original-Method: GET";
    private static final String URI = "X-Original-URI: /v1/assets/7";

    /**
     * @param recorded how many uses are on record afterwards
     * @param line of the request
     */
    record Case(
            String name,
            int status,
            String reason,
            int recorded,
            String line,
            List<String> headers) {

        Case recording(int uses) {
            return new Case(name, status, reason, uses, line, headers);
        }

        Case with(String header) {
            List<String> all = new ArrayList<>(headers);
            all.add(header);
            return new Case(name, status, reason, recorded, line, all);
        }

        Case at(String target) {
            return line("GET " + target + " HTTP/1.1");
        }

        Case line(String sent) {
            return new Case(name, status, reason, recorded, sent, headers);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** With a good gateway's key. */
    private static Case nginx(String name, int status, String reason, String... headers) {
        List<String> all = new ArrayList<>(List.of(gatewayKey()));
        all.addAll(Arrays.asList(headers));
        return new Case(name, status, reason, 1, "GET /auth HTTP/1.1", all);
    }

    /** The client's own good key, asking for an asset by the path given. */
    private static Case path(String name, int status, String reason, String path) {
        return nginx(name, status, reason, bearer(), METHOD, "X-Original-URI: " + path);
    }

    private static Case envoy(String name, int status, String reason, String line) {
        return new Case(
                name, status, reason, 1, line + " HTTP/1.1", List.of(gatewayKey(), bearer()));
    }

    private static String gatewayKey() {
        return "Keyledger-Gateway-Key: " + gateway.gatewayKey();
    }

    private static String bearer() {
        return "Authorization: Bearer " + gateway.clientKey();
    }

    private static String apiKey(String key) {
        return "X-API-Key: " + key;
    }

    static Stream<Case> cases() {
        return Stream.of(allowed(), keys(), gateways(), told(), paths(), envoys())
                .flatMap(each -> each);
    }

    private static Stream<Case> allowed() {
        String traefikMethod = "X-Forwarded-Method: GET";
        String traefikUri = "X-Forwarded-Uri: /v1/assets/7?size=large";
        return Stream.of(
                nginx("nginx", 200, "allowed", bearer(), METHOD, URI),
                nginx("a query", 200, "allowed", bearer(), METHOD, URI + "?a=/../b&c=%2f"),
                nginx("HEAD", 200, "allowed", bearer(), "X-Original-Method: HEAD", URI),
                nginx("X-API-Key", 200, "allowed", apiKey(gateway.clientKey()), METHOD, URI),
                nginx("Traefik or Caddy", 200, "allowed", bearer(), traefikMethod, traefikUri),
                nginx("identity", 200, "allowed", bearer(), METHOD, URI, forged("Service-User")),
                nginx("identity, by other letters", 200, "allowed", bearer(), METHOD, URI)
                        .with("Keyledger_Service_User: forged")
                        .with("X_Original_URI: /v1/status"),
                nginx("the API by name", 200, "allowed", bearer(), METHOD, URI)
                        .at("/auth?api=catalog"),
                nginx("a permission", 200, "allowed", bearer(), METHOD, URI)
                        .at("/auth?permission=catalog.assets:view"),
                nginx("a permission, and no request", 200, "allowed", bearer())
                        .at("/auth?permission=catalog.assets:view"));
    }

    private static Stream<Case> keys() {
        String key = gateway.clientKey();
        String wrong = key.substring(0, key.length() - 1) + (key.endsWith("x") ? "y" : "x");
        return Stream.of(
                nginx("no key", 401, "no-key", METHOD, URI).recording(0),
                nginx("no key of ours", 401, "malformed-key", apiKey("sk_live_123"), METHOD, URI),
                nginx("one character off", 401, "malformed-key", apiKey(wrong), METHOD, URI),
                nginx("lower case", 401, "malformed-key", apiKey(key.toLowerCase()), METHOD, URI),
                nginx("an empty key", 401, "malformed-key", "X-API-Key:", METHOD, URI),
                nginx(
                        "another scheme",
                        401,
                        "malformed-key",
                        "Authorization: Digest x",
                        METHOD,
                        URI),
                nginx(
                        "the key without scheme",
                        401,
                        "malformed-key",
                        "Authorization: " + key,
                        METHOD,
                        URI),
                nginx(
                        "Basic, not base64",
                        401,
                        "malformed-key",
                        "Authorization: Basic %%",
                        METHOD,
                        URI),
                nginx(
                        "Basic, with the key as password",
                        401,
                        "malformed-key",
                        "Authorization: Basic " + base64("client:" + key),
                        METHOD,
                        URI),
                nginx(
                        "two keys",
                        401,
                        "malformed-key",
                        bearer(),
                        apiKey(gateway.gatewayKey()),
                        METHOD,
                        URI),
                nginx(
                        "a doubled header",
                        401,
                        "malformed-key",
                        bearer(),
                        "Authorization: Bearer x",
                        METHOD,
                        URI),
                nginx("a key in a cookie", 401, "no-key", "Cookie: key=" + key, METHOD, URI)
                        .recording(0),
                nginx("a key in the path", 401, "no-key", METHOD, URI + "?key=" + key).recording(0),
                nginx(
                        "the gateway's own key",
                        403,
                        "permission-not-granted",
                        apiKey(gateway.gatewayKey()),
                        METHOD,
                        URI));
    }

    private static Stream<Case> gateways() {
        String none = "Keyledger-Gateway-Key: x";
        return Stream.of(
                plain("no gateway", "gateway-key-missing", bearer(), METHOD, URI).recording(0),
                plain(
                                "two gateways",
                                "gateway-key-missing",
                                gatewayKey(),
                                none,
                                bearer(),
                                METHOD,
                                URI)
                        .recording(0),
                plain("no gateway's key", "gateway-malformed-key", none, bearer(), METHOD, URI),
                plain(
                        "a client that says it is the gateway",
                        "gateway-permission-not-granted",
                        "Keyledger-Gateway-Key: " + gateway.clientKey(),
                        bearer(),
                        METHOD,
                        URI),
                nginx("an unknown parameter", 403, "misconfigured", bearer(), METHOD, URI)
                        .at("/auth?apis=catalog")
                        .recording(0),
                nginx("api twice", 403, "misconfigured", bearer(), METHOD, URI)
                        .at("/auth?api=catalog&api=archive")
                        .recording(0),
                nginx("api and permission", 403, "misconfigured", bearer(), METHOD, URI)
                        .at("/auth?api=catalog&permission=a:view")
                        .recording(0),
                nginx("an address that is no text", 403, "misconfigured", bearer(), METHOD, URI)
                        .at("/auth?api=%zz")
                        .recording(0),
                nginx("a POST", 403, "misconfigured", bearer(), METHOD, URI)
                        .line("POST /auth HTTP/1.1")
                        .recording(0),
                nginx(
                                "a permission of the client's choice, in a form",
                                403,
                                "misconfigured",
                                bearer(),
                                METHOD,
                                "X-Original-URI: /v1/other",
                                "Content-Type: application/x-www-form-urlencoded",
                                "Content-Length: 30\r\n\r\npermission=catalog.assets:view")
                        .line("POST /auth HTTP/1.1")
                        .recording(0),
                nginx("no permission", 403, "misconfigured", bearer(), METHOD, URI)
                        .at("/auth?permission=catalog")
                        .recording(0),
                nginx("an unknown API", 403, "no-route", bearer(), METHOD, URI)
                        .at("/auth?api=other"),
                nginx(
                                "a permission that is not held",
                                403,
                                "permission-not-granted",
                                bearer(),
                                METHOD,
                                URI)
                        .at("/auth?permission=catalog.assets:delete"));
    }

    private static Stream<Case> told() {
        String method = "X-Forwarded-Method: GET";
        String uri = "X-Forwarded-Uri: /v1/assets/7";
        return Stream.of(
                nginx("no request", 403, "unsafe-path", bearer()),
                nginx("no method", 403, "unsafe-path", bearer(), URI),
                nginx("no path", 403, "unsafe-path", bearer(), METHOD),
                nginx(
                        "two sets that agree",
                        403,
                        "unsafe-path",
                        bearer(),
                        METHOD,
                        URI,
                        method,
                        uri),
                nginx(
                        "a harmless path of the client's beside the gateway's",
                        403,
                        "unsafe-path",
                        bearer(),
                        METHOD,
                        URI,
                        method,
                        "X-Forwarded-Uri: /v1/assets/7/secret"),
                nginx("half of another set", 403, "unsafe-path", bearer(), METHOD, URI, method),
                nginx("halves of two sets", 403, "unsafe-path", bearer(), METHOD, uri),
                nginx("two paths", 403, "unsafe-path", bearer(), METHOD, URI, URI),
                nginx("two methods", 403, "unsafe-path", bearer(), METHOD, METHOD, URI),
                nginx(
                        "another method",
                        403,
                        "permission-not-granted",
                        bearer(),
                        "X-Original-Method: DELETE",
                        URI),
                nginx(
                        "a method in lower case",
                        403,
                        "no-route",
                        bearer(),
                        "X-Original-Method: get",
                        URI),
                nginx(
                        "a method that is none",
                        403,
                        "no-route",
                        bearer(),
                        "X-Original-Method: GET /v1",
                        URI),
                nginx(
                        "an override of the method",
                        403,
                        "permission-not-granted",
                        bearer(),
                        "X-Original-Method: DELETE",
                        "X-HTTP-Method-Override: GET",
                        URI));
    }

    private static Stream<Case> paths() {
        return Stream.of(
                path("no route", 403, "no-route", "/v1/other"),
                path("ambiguous", 403, "ambiguous-route", "/v1/status"),
                path("two slashes", 403, "unsafe-path", "//v1/assets/7"),
                path("dots", 403, "unsafe-path", "/v1/other/../assets/7"),
                path("dots with a parameter", 403, "unsafe-path", "/v1/other/..;/assets/7"),
                path("encoded dots", 403, "unsafe-path", "/v1/other/%2e%2e/assets/7"),
                path("an encoded slash", 403, "unsafe-path", "/v1/assets%2f7"),
                path("an encoded backslash", 403, "unsafe-path", "/v1/assets%5c7"),
                path("a backslash", 403, "unsafe-path", "/v1\\assets/7"),
                path("encoded NUL", 403, "unsafe-path", "/v1/assets/7%00"),
                path("a matrix parameter", 403, "unsafe-path", "/v1/assets;a=b/7"),
                path("half an escape", 403, "unsafe-path", "/v1/assets/7%2"),
                path("not UTF-8", 403, "unsafe-path", "/v1/assets/%ff"),
                path("upper case", 403, "no-route", "/V1/ASSETS/7"),
                path("a slash at the end", 403, "no-route", "/v1/assets/7/"),
                path("a whole address", 403, "unsafe-path", "http://example.com/v1/assets/7"),
                path("no slash at its beginning", 403, "unsafe-path", "v1/assets/7"),
                path("a fragment", 403, "unsafe-path", "/v1/assets/7#/../.."),
                path("far too long", 403, "unsafe-path", "/v1/assets/" + "x".repeat(3_000)));
    }

    private static Stream<Case> envoys() {
        return Stream.of(
                envoy("Envoy", 200, "allowed", "GET /auth/envoy/v1/assets/7"),
                envoy(
                        "Envoy, with a query",
                        200,
                        "allowed",
                        "GET /auth/envoy/v1/assets/7?api=archive"),
                envoy(
                        "Envoy, DELETE",
                        403,
                        "permission-not-granted",
                        "DELETE /auth/envoy/v1/assets/7"),
                envoy("Envoy, no route", 403, "no-route", "GET /auth/envoy/v1/other"),
                envoy("Envoy, ambiguous", 403, "ambiguous-route", "GET /auth/envoy/v1/status"),
                envoy("Envoy, the API by name", 200, "allowed", "GET /auth/envoy/v1/status")
                        .with("Keyledger-Gateway-Api: catalog"),
                envoy("Envoy, two APIs", 403, "misconfigured", "GET /auth/envoy/v1/status")
                        .with("Keyledger-Gateway-Api: catalog")
                        .with("Keyledger-Gateway-Api: archive")
                        .recording(0),
                path("an API that only Envoy may name", 403, "ambiguous-route", "/v1/status")
                        .with("Keyledger-Gateway-Api: catalog"),
                envoy(
                        "Envoy, out of the prefix",
                        403,
                        "unsafe-path",
                        "GET /auth/envoy/../../health/live"),
                envoy(
                        "Envoy, out of it and in",
                        403,
                        "unsafe-path",
                        "GET /auth/envoy/../envoy/v1/assets/7"),
                envoy(
                        "Envoy, an API of ours",
                        403,
                        "unsafe-path",
                        "GET /auth/envoy/../../api/v1/workspaces"),
                envoy(
                        "Envoy, a parameter",
                        403,
                        "unsafe-path",
                        "GET /auth/envoy/..;/..;/health/live"),
                envoy(
                        "Envoy, an encoded slash",
                        403,
                        "unsafe-path",
                        "GET /auth/envoy/..%2f..%2fhealth/live"),
                envoy("Envoy, two slashes", 403, "unsafe-path", "GET /auth/envoy//v1/assets/7"),
                envoy("Envoy, no path", 403, "no-route", "GET /auth/envoy/"),
                envoy("Envoy, another method", 403, "no-route", "BREW /auth/envoy/v1/assets/7"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isAnsweredInOneWayAndRecorded(Case asked) throws IOException {
        long before = gateway.uses();

        Reply reply = RawHttp.send(node.port(), asked.line(), asked.headers());

        assertThat(reply.status()).as("%s", reply).isEqualTo(asked.status());
        assertThat(reply.header("Keyledger-Reason")).isEqualTo(asked.reason());
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("WWW-Authenticate"))
                .isEqualTo(asked.status() == 401 ? "Bearer" : null);
        assertThat(gateway.uses() - before).isEqualTo(asked.recorded());
    }

    /** What does not get as far as the gate is refused all the same. */
    @ParameterizedTest
    @MethodSource
    void whatTheServerCannotReadPassesNowhere(Case asked) throws IOException {
        Reply reply = RawHttp.send(node.port(), asked.line(), asked.headers());
        assertThat(reply.status()).as("%s", reply).isEqualTo(asked.status());
        assertThat(reply.header("Keyledger-Service-User")).isNull();
    }

    static Stream<Case> whatTheServerCannotReadPassesNowhere() {
        return Stream.of(
                besides("a header of 100 kB", 431, "X-Padding: " + "x".repeat(100_000)),
                besides("a header's name with a space", "X -Original-URI: /"),
                besides("another host", "Host: other.example.com"),
                besides("two lengths", "Content-Length: 1", "Content-Length: 2"),
                besides("a length, and chunks", "Content-Length: 1", "Transfer-Encoding: chunked"),
                besides("chunks of chunks", "Transfer-Encoding: chunked, identity"),
                envoy("Envoy, above the root", 400, "", "GET /auth/envoy/../../../health/live"),
                envoy("Envoy, encoded NUL", 400, "", "GET /auth/envoy/v1/assets/7%00"),
                envoy("Envoy, a bare NUL", 400, "", "GET /auth/envoy/v1/assets/7\0"),
                envoy("no such gateway", 404, "", "GET /auth/other/v1/assets/7"),
                envoy("Envoy, beside its prefix", 404, "", "GET /auth/envoys/v1/assets/7"));
    }

    /** What would pass, and headers besides that cannot be read. */
    private static Case besides(String name, String... headers) {
        return besides(name, 400, headers);
    }

    private static Case besides(String name, int status, String... headers) {
        Case asked = nginx(name, status, "", bearer(), METHOD, URI);
        for (String header : headers) {
            asked = asked.with(header);
        }
        return asked;
    }

    @Test
    void whoPassesIsTold() throws IOException {
        Reply reply =
                RawHttp.send(
                        node.port(),
                        "GET /auth HTTP/1.1",
                        List.of(gatewayKey(), bearer(), METHOD, URI));
        assertThat(reply.header("Keyledger-Service-User")).isEqualTo(gateway.userId());
        assertThat(reply.header("Keyledger-Workspace")).isNotEmpty();
        assertThat(gateway.clientKey()).contains(String.valueOf(reply.header("Keyledger-Key-Id")));
        assertThat(reply.header("Keyledger-Record-Id")).isNotEmpty();
    }

    @Test
    void whoShowsAKeyThatDoesNotExistIsToldNothingOfItsRecord() throws IOException {
        ApiKeyText unknown = ApiKeyText.generate(KeyId.of(UUID.randomUUID()), new SecureRandom());
        Reply reply =
                RawHttp.send(
                        node.port(),
                        "GET /auth HTTP/1.1",
                        List.of(gatewayKey(), apiKey(unknown.reveal()), METHOD, URI));
        assertThat(reply.header("Keyledger-Reason")).isEqualTo("unknown-key");
        assertThat(reply.header("Keyledger-Record-Id")).isNull();
    }

    private static Case plain(String name, String reason, String... headers) {
        return new Case(name, 403, reason, 1, "GET /auth HTTP/1.1", List.of(headers));
    }

    private static String forged(String header) {
        return "Keyledger-" + header + ": 00000000-0000-7000-8000-000000000000";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes());
    }
}
