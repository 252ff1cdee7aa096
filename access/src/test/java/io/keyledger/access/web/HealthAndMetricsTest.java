package io.keyledger.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import io.keyledger.access.health.SchemaVersion;
import io.micrometer.core.instrument.MeterRegistry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;

import java.net.http.HttpResponse;
import java.time.Duration;

class HealthAndMetricsTest extends WebTest {

    private static final String VERSIONS = "flyway.flyway_schema_history";

    @Autowired private ApplicationContext context;

    @AfterEach
    void everythingIsGoodAgain() {
        WebTestApplication.DATABASE.down.set(false);
        FIXTURE.sql("UPDATE " + VERSIONS + " SET success = true");
        AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
    }

    @Test
    void readyWhenAllIsWell() throws Exception {
        assertThat(await(200).body()).contains("\"status\":\"UP\"");
    }

    @Test
    void notReadyWithoutADatabaseButAliveAndReadyAgainByItself() throws Exception {
        WebTestApplication.DATABASE.down.set(true);
        assertThat(await(503).body()).contains("\"causes\":[\"database-unavailable\"]");
        long begin = System.nanoTime();
        assertThat(ask("/health/live").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
        WebTestApplication.DATABASE.down.set(false);
        await(200);
    }

    @Test
    void notReadyWhileTheGateCannotRecord() throws Exception {
        server.get(key.reveal(), "/api/v1/own?limit=1");
        WebTestApplication.DATABASE.down.set(true);
        FIXTURE.cutConnections();
        assertThat(server.get(key.reveal(), "/api/v1/own?limit=1").statusCode()).isEqualTo(503);
        WebTestApplication.DATABASE.down.set(false);
        assertThat(ask("/health/ready").body()).contains("gate-not-recording");
        assertThat(server.get(key.reveal(), "/api/v1/own?limit=1").statusCode()).isEqualTo(200);
        await(200);
    }

    @Test
    void notReadyOnAnOlderSchema() throws Exception {
        FIXTURE.sql(
                "UPDATE " + VERSIONS + " SET success = false WHERE version = ?",
                Integer.toString(SchemaVersion.NEEDED));
        assertThat(await(503).body()).contains("\"causes\":[\"schema-outdated\"]");
    }

    @Test
    void notReadyWhileItGoesDown() throws Exception {
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        HttpResponse<String> answer = ask("/health/ready");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("starting-or-stopping");
    }

    @Test
    void metricsNeedNoKeyAndNameNobody() {
        server.get(key.reveal(), "/api/v1/own?limit=1");
        server.get(key.reveal(), "/api/v1/" + key.keyId());
        HttpResponse<String> metrics = ask("/metrics");
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/plain");
        assertThat(metrics.body())
                .contains("keyledger_checks_total{about=\"caller\",decision=\"allow\"")
                .contains("keyledger_check_batch_size_bucket")
                .contains("keyledger_check_commit_seconds_bucket")
                .contains("keyledger_checks_waiting")
                .contains("http_server_requests_seconds_count")
                .contains("jvm_memory_used_bytes")
                .contains("jvm_gc_")
                .doesNotContain(key.keyId(), user.toString(), "acme", "127.0.0.1");
    }

    @Test
    void whatIsLoggedIsCountedByItsLevelAndNoFilterAsksForIt() {
        Logger log = (Logger) LoggerFactory.getLogger("io.keyledger.access.counted");
        log.setLevel(Level.DEBUG);
        double before = counted("debug");
        log.debug("counted");
        log.trace("below the level, and not");
        assertThat(counted("debug")).isEqualTo(before + 1);
        assertThat(counted("trace")).isZero();
        assertThat(log.getLoggerContext().getTurboFilterList()).isEmpty();
    }

    private double counted(String level) {
        return context.getBean(MeterRegistry.class)
                .get("logback.events")
                .tag("level", level)
                .counter()
                .count();
    }

    private HttpResponse<String> ask(String path) {
        return Server.send(server.to(path));
    }

    private HttpResponse<String> await(int status) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        HttpResponse<String> answer = ask("/health/ready");
        while (answer.statusCode() != status) {
            assertThat(System.nanoTime()).as(answer.body()).isLessThan(deadline);
            Thread.sleep(100);
            answer = ask("/health/ready");
        }
        return answer;
    }
}
