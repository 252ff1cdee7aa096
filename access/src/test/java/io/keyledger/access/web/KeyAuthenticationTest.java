package io.keyledger.access.web;

import static io.keyledger.access.web.Server.send;
import static io.keyledger.access.web.Server.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.fixture.Fixture;
import io.keyledger.access.key.ApiKeyText;
import io.keyledger.shared.use.KeyUse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

@ExtendWith(OutputCaptureExtension.class)
class KeyAuthenticationTest extends WebTest {

    private static final String THINGS = "/api/v1/workspaces/acme/things";

    @Test
    void aGoodKeyReachesTheHandlerAsItsCallerAndIsOnRecord() {
        UUID correlation = UUID.randomUUID();
        HttpResponse<String> response =
                send(
                        server.as(key.reveal(), THINGS)
                                .header("X-Correlation-Id", correlation.toString())
                                .header("X-Request-Id", "r-1")
                                .header("User-Agent", "tests/1")
                                .header("Reason", "quarterly%20review%20%E2%9C%93"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(text(response, "holder", "serviceUserId")).isEqualTo(user.toString());
        assertThat(text(response, "holder", "keyId")).isEqualTo(key.keyId());
        assertThat(text(response, "address")).isEqualTo("127.0.0.1");
        assertThat(text(response, "userAgent")).isEqualTo("tests/1");
        assertThat(text(response, "reason")).isEqualTo("quarterly review ✓");
        assertThat(text(response, "requestId")).isEqualTo("r-1");
        assertThat(text(response, "correlationId")).isEqualTo(correlation.toString());
        assertThat(response.headers().firstValue("Correlation-Id"))
                .contains(correlation.toString());
        KeyUse use = FIXTURE.journal().getLast().uses().uses().getLast();
        assertThat(use.permission()).isEqualTo("things:view");
        assertThat(use.method()).isEqualTo("GET");
        assertThat(use.path()).isEqualTo(THINGS);
        assertThat(use.requestId()).isEqualTo("r-1");
        assertThat(use.allowed()).isTrue();
    }

    /** A server that remembers headers of a connection may take the second one for the first. */
    @ParameterizedTest
    @ValueSource(strings = {"X-API-Key: ", "Authorization: Bearer "})
    void aKeyIsReadAsItWasSentWhateverTheConnectionHasSeenBefore(String header) {
        String request = "GET " + THINGS + " HTTP/1.1\r\nHost: localhost\r\n" + header;
        String swapped =
                key.reveal()
                        .chars()
                        .map(
                                c ->
                                        Character.isLowerCase(c)
                                                ? c - 'a' + 'A'
                                                : Character.toLowerCase(c))
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        String answers =
                server.raw(
                        request
                                + key.reveal()
                                + "\r\n\r\n"
                                + request
                                + key.reveal()
                                + "\r\n\r\n"
                                + request
                                + swapped
                                + "\r\nConnection: close\r\n\r\n");
        assertThat(answers.split("HTTP/1.1 ", -1))
                .satisfiesExactly(
                        before -> assertThat(before).isEmpty(),
                        first -> assertThat(first).startsWith("200"),
                        second -> assertThat(second).startsWith("200"),
                        third -> assertThat(third).startsWith("401"));
    }

    @Test
    void theKeyIsTakenFromBasicAndFromItsOwnHeader() {
        String pair = key.keyId() + ":" + key.secretWithChecksum();
        String basic =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
        assertThat(send(server.to(THINGS).header("Authorization", basic)).statusCode())
                .isEqualTo(200);
        assertThat(send(server.to(THINGS).header("X-API-Key", key.reveal())).statusCode())
                .isEqualTo(200);
    }

    @Test
    void twoDifferentKeysAreNone() {
        ApiKeyText other = FIXTURE.key(user);
        HttpResponse<String> response =
                send(server.as(key.reveal(), THINGS).header("X-API-Key", other.reveal()));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(text(response, "detail")).contains("malformed-key");
    }

    @Test
    void withoutAKeyNothingIsAnsweredAndNothingRecorded() {
        int records = FIXTURE.journal().size();
        HttpResponse<String> response = send(server.to(THINGS));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(text(response, "code")).isEqualTo("unauthenticated");
        assertThat(text(response, "type")).isEqualTo("urn:keyledger:problem:unauthenticated");
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(text(response, "correlationId"))
                .isEqualTo(response.headers().firstValue("Correlation-Id").orElseThrow());
        assertThat(FIXTURE.journal()).hasSize(records);
    }

    @Test
    void anUnknownKeyAndAWrongSecretAreToldAlike() {
        ApiKeyText wrong = ApiKeyText.generate(key.keyId(), Fixture.RANDOM);
        HttpResponse<String> first = server.get(wrong.reveal(), THINGS);
        HttpResponse<String> second = server.get(Fixture.newKey().reveal(), THINGS);
        assertThat(first.statusCode()).isEqualTo(401);
        assertThat(second.statusCode()).isEqualTo(401);
        assertThat(text(first, "detail")).isEqualTo(text(second, "detail"));
        assertThat(first.body()).doesNotContain(wrong.secret());
    }

    @Test
    void whatIsNotHeldIsForbiddenWhereverTheWorkspaceIs() {
        FIXTURE.sql("DELETE FROM access.service_user_role WHERE service_user_id = ?", user);
        HttpResponse<String> denied = server.get(key.reveal(), THINGS);
        HttpResponse<String> foreign = server.get(key.reveal(), "/api/v1/workspaces/other/things");
        HttpResponse<String> nowhere =
                server.get(key.reveal(), "/api/v1/workspaces/nowhere/things");
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(text(denied, "code")).isEqualTo("permission-denied");
        assertThat(text(foreign, "detail")).isEqualTo(text(denied, "detail"));
        assertThat(text(nowhere, "detail")).isEqualTo(text(denied, "detail"));
    }

    @Test
    void whatIsOfSystemNeedsAKeyOfSystem() {
        ApiKeyText system = FIXTURE.key(FIXTURE.user("system", FIXTURE.role("system", "*:*")));
        assertThat(server.get(key.reveal(), "/api/v1/system").statusCode()).isEqualTo(403);
        assertThat(server.get(system.reveal(), "/api/v1/system").statusCode()).isEqualTo(200);
        assertThat(server.get(system.reveal(), THINGS).statusCode()).isEqualTo(200);
        assertThat(server.get(key.reveal(), "/api/v1/own?limit=3").statusCode()).isEqualTo(200);
    }

    @Test
    void aHandlerThatRequiresNothingIsNotCalled() {
        assertThat(server.get(key.reveal(), "/api/v1/unguarded").statusCode()).isEqualTo(404);
        assertThat(send(server.to("/docs/page")).statusCode()).isEqualTo(200);
    }

    @Test
    void whatCannotBeRecordedIsNotAnswered() {
        WebTestApplication.DATABASE.down.set(true);
        FIXTURE.cutConnections();
        HttpResponse<String> response = server.get(key.reveal(), THINGS);
        WebTestApplication.DATABASE.down.set(false);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(text(response, "code")).isEqualTo("not-recorded");
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
        assertThat(server.get(key.reveal(), THINGS).statusCode()).isEqualTo(200);
    }

    @Test
    void aReasonThatCannotBeReadIsRefused() {
        HttpResponse<String> response =
                send(server.as(key.reveal(), THINGS).header("Reason", "half a % sign"));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(text(response, "field")).isEqualTo("Reason");
        assertThat(
                        send(server.as(key.reveal(), THINGS).header("Reason", "x".repeat(501)))
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theBootstrapAdministratorIsWarnedOf(CapturedOutput output) {
        UUID bootstrap = FIXTURE.user("system", FIXTURE.role("system", "*:*"));
        FIXTURE.sql(
                "UPDATE access.service_user SET username = 'bootstrap-administrator' WHERE id = ?",
                bootstrap);
        ApiKeyText itsKey = FIXTURE.key(bootstrap);
        assertThat(server.get(itsKey.reveal(), THINGS).statusCode()).isEqualTo(200);
        assertThat(output.getAll())
                .contains("bootstrap administrator was used")
                .contains(itsKey.keyId())
                .doesNotContain(itsKey.secret());
    }
}
