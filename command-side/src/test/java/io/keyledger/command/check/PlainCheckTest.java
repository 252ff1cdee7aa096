package io.keyledger.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.testing.Api;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A check is answered and recorded the same, whether it is asked plainly or in another form. */
class PlainCheckTest extends WithGateway {

    private static final String PLAIN = "application/json";
    private static final String OTHER = "application/json;charset=UTF-8";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'key': 'CLIENT', 'permission': 'catalog.assets:view'}",
                "{'key': 'CLIENT', 'permission': 'catalog.assets:delete'}",
                "{'key': 'CLIENT', 'permission': 'catalog.assets:view', 'address': '10.1.2.3', 'userAgent': 'x', 'requestId': 'y'}",
                "{'key': 'CLIENT', 'method': 'GET', 'path': '/v1/assets/7'}",
                "{'key': 'CLIENT', 'method': 'GET', 'path': '/v1/nothing'}",
                "{'key': 'CLIENT', 'method': 'GET', 'path': '/v1/status'}",
                "{'key': 'CLIENT', 'method': 'GET', 'path': '/v1/status', 'api': 'archive'}",
                "{'key': 'CLIENT', 'permission': 'catalog.assets:view', 'resource': {'type': 'asset', 'id': '7'}}",
                "{'key': 'kl_none', 'permission': 'catalog.assets:view'}",
                "{'key': 'CLIENT'}",
                "{'permission': 'catalog.assets:view'}",
                "{'key': 'CLIENT', 'permission': 'catalog'}",
                "{'key': 'CLIENT', 'permission': 'catalog.assets:view', 'address': 'here'}",
                "{'key': 'CLIENT', 'permission': 'catalog.assets:view', 'nonsense': 1}",
                "{'key': 'CLIENT', 'key': 'CLIENT', 'permission': 'catalog.assets:view'}",
                "{'key': 'CLIENT', 'permission': 'catalog.assets:view'} and more",
                "{'key': 7, 'permission': 'catalog.assets:view'}",
                "[{'key': 'CLIENT', 'permission': 'catalog.assets:view'}]",
                "{'key': 'CLIENT', 'permission'",
                "null",
                "7"
            })
    void bothFormsAreAnsweredAlike(String body) {
        String json = body.replace('\'', '"').replace("CLIENT", gateway.clientKey());
        assertAlike(node.api(gateway.gatewayKey()), json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "CLIENT", ""})
    void whoMayNotAskIsRefusedAlike(String caller) {
        assertAlike(
                node.api(caller.replace("CLIENT", gateway.clientKey())),
                "{\"key\": \"%s\", \"permission\": \"catalog.assets:view\"}"
                        .formatted(gateway.clientKey()));
    }

    @Test
    void aLongBodyIsAnsweredAlike() {
        String agent = "a".repeat(20_000);
        assertAlike(
                node.api(gateway.gatewayKey()),
                "{\"key\": \"%s\", \"permission\": \"catalog.assets:view\", \"userAgent\": \"%s\"}"
                        .formatted(gateway.clientKey(), agent));
    }

    @Test
    void whatIsAskedPlainlyIsCountedByItsPath() {
        node.api(gateway.gatewayKey())
                .check(gateway.clientKey(), "catalog.assets:view")
                .expect(200);
        assertThat(node.api().outside("/metrics").body())
                .contains("status=\"200\",uri=\"/api/v1/checks\"");
    }

    private static void assertAlike(Api api, String body) {
        BothWays.areAlike(
                gateway,
                () -> api.sendAs(PLAIN, "POST", "/checks", body),
                () -> api.sendAs(OTHER, "POST", "/checks", body));
    }
}
