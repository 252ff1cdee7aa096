package io.keyledger.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadinessTest {

    private static final String UNREADY =
            "{\"status\":\"OUT_OF_SERVICE\",\"components\":{\"node\":{\"details\":{\"causes\":[%s]}}}}";

    @Test
    void whoeverLagsAnswersStill() {
        assertThat(Readiness.of(200, "")).isEqualTo(Readiness.ANSWERING);
        assertThat(Readiness.of(404, "")).isEqualTo(Readiness.ANSWERING);
        assertThat(Readiness.of(503, UNREADY.formatted("\"view-activity-lags\"")))
                .isEqualTo(Readiness.ANSWERING);
    }

    @Test
    void withoutItsDatabaseItIsAway() {
        assertThat(
                        Readiness.of(
                                503,
                                UNREADY.formatted("\"ledger-lags\", \"database-unavailable\"")))
                .isEqualTo(Readiness.AWAY);
    }

    @Test
    void aProxyTellsNothing() {
        for (String body : new String[] {"", "<html>502 Bad Gateway</html>", "{}", "[]", "7"}) {
            assertThat(Readiness.of(502, body)).as(body).isEqualTo(Readiness.UNTOLD);
        }
    }
}
