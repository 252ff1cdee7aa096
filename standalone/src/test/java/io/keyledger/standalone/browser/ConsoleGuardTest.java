package io.keyledger.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.standalone.journey.Node;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the console does with requests that no page of its own sends. */
class ConsoleGuardTest {

    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/console/_/[^\"]+)\"");
    private static final int AT_MOST = 150_000;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @TempDir private static Path data;
    private static ScratchDatabase database;
    private static Node node;
    private static Written written;
    private static String key;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        database = ScratchDatabase.create();
        node = Node.start(database, data);
        written = new Written(node.administrator());
        key = Files.readString(data.resolve("bootstrap-admin.key")).strip();
        written.post("/api/v1/workspaces", "{\"slug\":\"acme\",\"name\":\"Acme\"}").mustBe(201);
        written.post("/api/v1/workspaces", "{\"slug\":\"other\",\"name\":\"Other\"}").mustBe(201);
    }

    @AfterAll
    static void stop() {
        node.close();
        database.close();
    }

    @Test
    void theRootLeadsToTheConsoleAndTheConsoleToSignIn() throws Exception {
        assertThat(location(get("/", ""))).isEqualTo("/console/");
        assertThat(location(get("/console/acme/service-users", ""))).isEqualTo("/console/sign-in");
    }

    @Test
    void noWorkspaceIsOpenForTheNameOfAnAsset() throws Exception {
        assertThat(get("/console/_/assets/console.css", "").statusCode()).isEqualTo(200);
        assertThat(get("/console/_/webjars/htmx.org/dist/htmx.min.js", "").statusCode())
                .isEqualTo(200);
        for (String path : new String[] {"assets", "webjars", "sign-in", "sign-out", "_"}) {
            assertThat(location(get("/console/" + path + "/service-users", "")))
                    .isEqualTo("/console/sign-in");
        }
        assertThat(location(get("/console/_/assets/service-users", "")))
                .isEqualTo("no redirect: 404");
    }

    @Test
    void pagesAreFramedNowhereKeptNowhereAndRunNothingOfOthers() throws Exception {
        HttpResponse<String> page = get("/console/acme/service-users", signedIn());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.body()).doesNotContain(key).doesNotContainPattern("<script(?! defer src)");
        assertThat(page.body()).doesNotContainPattern("\\son[a-z]+=|\\sstyle=");
    }

    @Test
    void aFirstVisitTransfersLessThan150KilobytesAndAllOfItFromHere() throws Exception {
        String before = Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.SECONDS).toString();
        for (int count = 0; count < 60; count++) {
            written.post(
                            "/api/v1/workspaces/acme/service-users",
                            "{\"username\":\"many-%d\",\"description\":\"number %d\",\"owner\":\"ada@example.com\"}"
                                    .formatted(count, count))
                    .mustBe(201);
        }
        String session = signedIn();
        for (String page :
                List.of(
                        "service-users",
                        "roles",
                        "timeline",
                        "reports",
                        "integrity",
                        "health",
                        "policies/new",
                        "compare?at=" + before)) {
            assertThat(transferred("/console/acme/" + page, session)).as(page).isLessThan(AT_MOST);
        }
    }

    private static int transferred(String path, String session) throws Exception {
        int sum = compressed(path, session).length;
        String page = get(path, session).body();
        assertThat(page).doesNotContainPattern("(?:src|<link[^>]+href)=\"(?!/console/)");
        Matcher assets = ASSET.matcher(page);
        while (assets.find()) {
            sum += compressed(assets.group(1), session).length;
        }
        return sum;
    }

    private static byte[] compressed(String path, String session) throws Exception {
        HttpResponse<byte[]> answer =
                HTTP.send(
                        HttpRequest.newBuilder(uri(path))
                                .header("Accept-Encoding", "gzip")
                                .header("Cookie", session)
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void aFormOfAnotherSiteChangesNothing() throws Exception {
        String session = signedIn();
        HttpResponse<String> refused =
                post("/console/acme/service-users/new", session, "username=forged&version=0");
        assertThat(location(refused)).isEqualTo("/console/sign-in?problem=form-expired");
        refused =
                post(
                        "/console/acme/service-users/new",
                        session,
                        "username=forged&version=0&_csrf=" + token(get("/console/sign-in", "")));
        assertThat(location(refused)).isEqualTo("/console/sign-in?problem=form-expired");
        assertThat(
                        written.api()
                                .get("/api/v1/workspaces/acme/service-users?q=forged")
                                .json()
                                .get("items"))
                .isEmpty();
    }

    @Test
    void signingInChangesTheSessionAndSigningOutEndsIt() throws Exception {
        HttpResponse<String> page = get("/console/sign-in", "");
        String before = cookie(page);
        HttpResponse<String> in = signIn(before, token(page), key);
        String after = cookie(in);
        assertThat(after).isNotEqualTo(before);
        assertThat(get("/console/acme/timeline", after).statusCode()).isEqualTo(200);
        assertThat(location(get("/console/acme/timeline", before))).isEqualTo("/console/sign-in");
        post(
                "/console/sign-out",
                after,
                "_csrf=" + encoded(token(get("/console/acme/timeline", after))));
        assertThat(location(get("/console/acme/timeline", after))).isEqualTo("/console/sign-in");
    }

    @Test
    void nobodyIsSentToAnotherSite() throws Exception {
        HttpResponse<String> page = get("/console/sign-in?continue=https://evil.example", "");
        HttpResponse<String> in = signIn(cookie(page), token(page), key);
        assertThat(location(in)).isEqualTo("/console/");
    }

    @Test
    void aWrongKeyIsToldAndNothingElse() throws Exception {
        HttpResponse<String> page = get("/console/sign-in", "");
        for (String wrong : new String[] {"kl_nonsense", "", "x".repeat(5_000), "ключ"}) {
            assertThat(location(signIn(cookie(page), token(page), wrong)))
                    .isEqualTo("/console/sign-in?problem=wrong-key");
        }
        assertThat(get("/console/sign-in?problem=<script>", "").statusCode()).isNotEqualTo(500);
    }

    @Test
    void idsOfAnotherWorkspaceAreNotThere() throws Exception {
        String user =
                written.post("/api/v1/workspaces/other/service-users", "{\"username\":\"theirs\"}")
                        .mustBe(201)
                        .text("id");
        String session = signedIn();
        for (String page : new String[] {"", "/permissions", "/edit"}) {
            assertThat(get("/console/acme/service-users/" + user + page, session).statusCode())
                    .isEqualTo(404);
        }
        assertThat(get("/console/acme/service-users/not-an-id", session).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aKeyThatIsDisabledEndsTheSessionAtOnce() throws Exception {
        String role =
                written.post(
                                "/api/v1/workspaces/acme/roles",
                                "{\"name\":\"looker\",\"permissions\":[\"workspaces:view\",\"service-users:view\",\"groups:view\",\"roles:view\",\"policies:view\"]}")
                        .mustBe(201)
                        .text("id");
        String users = "/api/v1/workspaces/acme/service-users";
        String user =
                written.post(users, "{\"username\":\"temp\",\"roles\":[\"%s\"]}".formatted(role))
                        .mustBe(201)
                        .text("id");
        String temporary =
                written.post(users + "/" + user + "/keys", "{\"name\":\"k\"}")
                        .mustBe(201)
                        .text("key");
        HttpResponse<String> page = get("/console/sign-in", "");
        String session = cookie(signIn(cookie(page), token(page), temporary));
        assertThat(get("/console/acme/service-users", session).statusCode()).isEqualTo(200);
        written.post(users + "/" + user + ":disable", "").mustBe(200);
        assertThat(location(get("/console/acme/service-users", session)))
                .isEqualTo("/console/sign-in?problem=wrong-key");
        assertThat(location(get("/console/acme/service-users", session)))
                .isEqualTo("/console/sign-in");
    }

    @Test
    void whomASecurityPolicyRefusesIsToldSoAndNotOfHisRoles() throws Exception {
        String acme = "/api/v1/workspaces/acme";
        String policy =
                id(
                        acme + "/policies",
                        "{\"name\":\"seldom\",\"state\":\"enabled\",\"guards\":{\"rateLimit\":{\"uses\":9,\"perSeconds\":3600}}}");
        String role =
                id(acme + "/roles", "{\"name\":\"seldom looker\",\"permissions\":[\"*:view\"]}");
        String user =
                id(
                        acme + "/service-users",
                        "{\"username\":\"often\",\"roles\":[\"%s\"],\"policies\":[\"%s\"]}"
                                .formatted(role, policy));
        String session =
                signedIn(
                        written.post(
                                        acme + "/service-users/" + user + "/keys",
                                        "{\"name\":\"key\"}")
                                .text("key"));
        HttpResponse<String> page = get("/console/acme/roles", session);
        for (int tries = 0; page.statusCode() == 200 && tries < 9; tries++) {
            page = get("/console/acme/roles", session);
        }
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.body()).contains("limits how often you may ask", "Try again");
        written.patch(
                        acme + "/policies/" + policy,
                        "{\"guards\":{\"networks\":[\"192.0.2.0/24\"]}}")
                .mustBe(200);
        page = get("/console/acme/roles", session);
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body())
                .contains("A security policy does not allow this now, or from there.")
                .doesNotContain("Your roles");
    }

    private static String id(String path, String body) {
        return written.post(path, body).mustBe(201).text("id");
    }

    private static String signedIn() throws Exception {
        return signedIn(key);
    }

    private static String signedIn(String with) throws Exception {
        HttpResponse<String> page = get("/console/sign-in", "");
        return cookie(signIn(cookie(page), token(page), with));
    }

    private static HttpResponse<String> signIn(String session, String token, String with)
            throws Exception {
        return post(
                "/console/sign-in", session, "key=" + encoded(with) + "&_csrf=" + encoded(token));
    }

    private static HttpResponse<String> get(String path, String session) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)), session);
    }

    private static HttpResponse<String> post(String path, String session, String form)
            throws Exception {
        return send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)),
                session);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String session)
            throws Exception {
        if (!session.isEmpty()) {
            request.header("Cookie", session);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create(at(path.replace("<", "%3C").replace(">", "%3E")));
    }

    private static String at(String path) {
        return node.address() + path;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElse("no redirect: " + answer.statusCode());
    }

    private static String cookie(HttpResponse<String> answer) {
        String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set).contains("HttpOnly", "SameSite=Lax", "Path=/console");
        return set.substring(0, set.indexOf(';'));
    }

    private static String token(HttpResponse<String> page) {
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).as(page.body()).isTrue();
        return token.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
