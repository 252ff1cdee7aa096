package io.keyledger.query.views;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownParametersTest extends SharedViews {

    @Override
    void given() {
        People.arrive(ledger);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/roles",
                "/roles/0190b5a0-0000-7000-a000-000000000001",
                "/roles/0190b5a0-0000-7000-a000-000000000001/service-users",
                "/groups",
                "/groups/0190b5a0-0000-7000-a000-000000000003",
                "/groups/0190b5a0-0000-7000-a000-000000000003/members",
                "/service-users",
                "/service-users/count",
                "/service-users/0190b5a0-0000-7000-a000-000000000004",
                "/service-users/0190b5a0-0000-7000-a000-000000000004/keys",
                "/service-users/0190b5a0-0000-7000-a000-000000000004/permissions",
                "/audit"
            })
    void aParameterThatIsNotKnownIsRefusedByName(String path) throws Exception {
        assertThat(api.read(ACME + path).status()).isEqualTo(200);
        assertUnknown("statsu", ACME + path + "?statsu=disabled");
        assertUnknown("Limit", ACME + path + "?Limit=1");
    }

    @Test
    void oneThatIsKnownElsewhereIsUnknownHere() throws Exception {
        assertUnknown("status", ACME + "/roles?limit=1&status=disabled");
        assertUnknown("status", "/api/v1/workspaces?status=disabled");
        assertThat(api.read(ACME + "/service-users?limit=1&status=disabled").status())
                .isEqualTo(200);
    }

    @Test
    void aLongNameIsCutInTheAnswer() throws Exception {
        String name = "x".repeat(1_000);
        assertUnknown(name.substring(0, 100), ACME + "/roles?" + name + "=1");
    }

    private void assertUnknown(String name, String path) throws Exception {
        var answer = api.read(path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("code").asString()).isEqualTo("unknown-parameter");
        assertThat(answer.body().get("field").asString()).isEqualTo(name);
    }
}
