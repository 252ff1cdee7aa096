package io.keyledger.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.testing.Answer;
import io.keyledger.command.testing.TestWorkspace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Token introspection by RFC 7662. */
class IntrospectionTest extends WithGateway {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void aGoodKeyIsActiveWithWhatItMayDo() {
        Answer answer = introspect(gateway.clientKey(), "").expect(200);
        assertThat(answer.json().get("active").asBoolean()).isTrue();
        assertThat(answer.text("scope")).isEqualTo("catalog.assets:view");
        assertThat(answer.text("sub")).isEqualTo(gateway.userId());
        assertThat(answer.text("username")).isEqualTo("client");
        assertThat(answer.text("token_type")).isEqualTo("Bearer");
        assertThat(gateway.clientKey()).contains(String.valueOf(answer.text("client_id")));
        assertThat(answer.json().has("exp")).isFalse();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void resourceServersMayUseBasic() {
        String key = gateway.gatewayKey();
        String id = key.substring(3, key.indexOf('_', 3));
        String secret = key.substring(key.indexOf('_', 3) + 1);
        String basic =
                Base64.getEncoder()
                        .encodeToString((id + ":" + secret).getBytes(StandardCharsets.US_ASCII));
        Answer answer =
                node.api("nobody")
                        .outside(
                                "/oauth2/introspect",
                                "Basic " + basic,
                                FORM,
                                "token=" + gateway.clientKey())
                        .expect(200);
        assertThat(answer.json().get("active").asBoolean()).isTrue();
    }

    @Test
    void aKeyThatIsNotGoodIsInactiveAndNothingElse() {
        String inactive = "{\"active\":false}";
        assertThat(introspect("sk_test_1", "").expect(200).body()).isEqualTo(inactive);
        TestWorkspace acme = gateway.workspace();
        String user = acme.newUser("soon disabled");
        String key = acme.key(user, "key");
        assertThat(introspect(key, "").json().get("active").asBoolean()).isTrue();
        acme.api().post(acme.path("/service-users/" + user + ":disable")).expect(200);
        assertThat(introspect(key, "").body()).isEqualTo(inactive);
        TestWorkspace elsewhere = TestWorkspace.create(node.api(), database);
        String foreign = elsewhere.key(elsewhere.newUser("of elsewhere"), "key");
        assertThat(introspect(foreign, "").body()).isEqualTo(inactive);
    }

    @Test
    void guardsAskWhereTheTokenWasShown() {
        TestWorkspace acme = gateway.workspace();
        String user = acme.newUser("from the office");
        acme.attach(user, acme.policy("office", "enabled", "{\"networks\": [\"192.0.2.0/24\"]}"))
                .expect(204);
        String key = acme.key(user, "key");
        assertThat(introspect(key, "").json().get("active").asBoolean()).isFalse();
        assertThat(introspect(key, "&address=192.0.2.7").json().get("active").asBoolean()).isTrue();
        assertThat(introspect(key, "&address=192.0.3.7").json().get("active").asBoolean())
                .isFalse();
    }

    @Test
    void eachIsOnRecord() {
        long before = gateway.uses();
        introspect(gateway.clientKey(), "");
        introspect("kl_x", "");
        assertThat(gateway.uses() - before).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400, invalid-value",
        "token_type_hint=access_token, 400, invalid-value",
        "token=a&token=b, 400, invalid-value",
        "token=a&address=nowhere, 400, invalid-value",
        "token=%zz, 400, malformed-form"
    })
    void whatIsNoRequestIsRefused(String form, int status, String code) {
        send(gateway.gatewayKey(), FORM, form).expectProblem(status, code);
    }

    @Test
    void whoMayNotAskIsRefused() {
        String form = "token=" + gateway.clientKey();
        send(gateway.clientKey(), FORM, form).expectProblem(403, "permission-denied");
        send("nonsense", FORM, form).expectProblem(401, "unauthenticated");
        send(gateway.gatewayKey(), "application/json", "{}")
                .expectProblem(415, "unsupported-media-type");
        node.api(gateway.gatewayKey())
                .outside(
                        "/oauth2/introspect?token=" + gateway.clientKey(),
                        "Bearer " + gateway.gatewayKey(),
                        FORM,
                        form)
                .expectProblem(400, "invalid-value");
    }

    private static Answer introspect(String token, String more) {
        return send(
                gateway.gatewayKey(),
                FORM,
                "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + more);
    }

    private static Answer send(String key, String type, String body) {
        return node.api(key).outside("/oauth2/introspect", "Bearer " + key, type, body);
    }
}
