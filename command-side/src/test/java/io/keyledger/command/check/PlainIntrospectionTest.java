package io.keyledger.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.testing.Api;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An introspection is answered and recorded the same, however its form is sent. */
class PlainIntrospectionTest extends WithGateway {

    private static final String PATH = "/oauth2/introspect";
    private static final String PLAIN = "application/x-www-form-urlencoded";
    private static final String OTHER = "application/x-www-form-urlencoded; charset=utf-8";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token=CLIENT",
                "token=CLIENT&token_type_hint=access_token",
                "token_type_hint=access_token&token=CLIENT&more=1&more=2",
                "token=CLIENT&address=10.1.2.3&user_agent=x+y%2Fz&request_id=7",
                "token=CLIENT&user_agent=%C3%A9",
                "token=CLIENT&user_agent=é",
                "token=CLIENT&&",
                "token=CLI%45NT",
                "token=kl_none",
                "token=",
                "token",
                "token=CLIENT&token=CLIENT",
                "token=CLIENT&address=here",
                "token=CLIENT&address=10.1.2.3&address=10.1.2.3",
                "token=CLIENT&user_agent=a&user_agent=b",
                "token=%zz",
                "token=%C3",
                "Token=CLIENT",
                "{\"token\": \"CLIENT\"}",
                "nonsense"
            })
    void bothFormsAreAnsweredAlike(String form) {
        assertAlike(
                "Bearer " + gateway.gatewayKey(),
                form.replace("CLIENT", gateway.clientKey())
                        .replace("CLI%45NT", gateway.clientKey().replace("k", "%6b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer nonsense", "Bearer CLIENT", "Basic eDp5", "Bearer"})
    void whoMayNotAskIsRefusedAlike(String authorization) {
        assertAlike(
                authorization.replace("CLIENT", gateway.clientKey()),
                "token=" + gateway.clientKey());
    }

    @Test
    void aLongFormIsAnsweredAlike() {
        assertAlike(
                "Bearer " + gateway.gatewayKey(),
                "token=" + gateway.clientKey() + "&user_agent=" + "a".repeat(20_000));
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded;charset=UTF-8"
    })
    void whatIsSentAsMostDoIsCountedByItsPath(String type) {
        node.api("nobody")
                .outside(
                        PATH,
                        "Bearer " + gateway.gatewayKey(),
                        type,
                        "token=" + gateway.clientKey())
                .expect(200);
        assertThat(node.api().outside("/metrics").body())
                .contains("status=\"200\",uri=\"/oauth2/introspect\"");
    }

    private static void assertAlike(String authorization, String form) {
        Api api = node.api("nobody");
        BothWays.areAlike(
                gateway,
                () -> api.outside(PATH, authorization, PLAIN, form),
                () -> api.outside(PATH, authorization, OTHER, form));
    }
}
