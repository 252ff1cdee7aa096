package io.keyledger.query.lag;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.projection.Projections;
import io.keyledger.query.testing.QueryNode;
import io.keyledger.query.testing.Store;
import io.keyledger.query.testing.StreamHistory;
import io.keyledger.shared.event.RoleEvent.RoleDeleted;
import io.keyledger.testsupport.ScratchDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

class LagTest {

    private static final Duration NONE = Duration.ZERO;

    private ScratchDatabase database;
    private Store store;
    private QueryNode node;
    private LagReader reader;

    @BeforeEach
    void start() throws Exception {
        database = ScratchDatabase.create();
        StreamHistory.in(database);
        store = new Store(database);
        node = new QueryNode(database, new StreamHistory());
        reader = new LagReader(node.transactions());
        node.catchUp();
    }

    @AfterEach
    void stop() {
        node.close();
        database.close();
    }

    @Test
    void nothingIsBehindWhenAllIsApplied() throws Exception {
        assertThat(reader.read())
                .isEqualTo(new Lag(0, 0, 0, 0, reader.read().views()))
                .extracting(lag -> lag.of(StreamHistory.VIEW))
                .isEqualTo(Lag.ViewLag.NONE);
    }

    @Test
    void whatIsPendingIsTheLedgersLagAndThenTheViews() throws Exception {
        write("a", 0, "name");
        write("a", 1, "name");
        Thread.sleep(20);
        Lag pending = reader.read();
        assertThat(pending.pending()).isEqualTo(2);
        assertThat(pending.pendingSeconds()).isBetween(0.02, 30.0);
        assertThat(pending.of(StreamHistory.VIEW).positions()).isZero();
        node.sequence();
        Thread.sleep(20);
        Lag ledgered = reader.read();
        assertThat(ledgered.pending()).isZero();
        assertThat(ledgered.of(StreamHistory.VIEW).positions()).isEqualTo(2);
        assertThat(ledgered.of(StreamHistory.VIEW).seconds()).isBetween(0.02, 30.0);
    }

    @Test
    void whatIsBehindForLongMakesTheNodeUnready() throws Exception {
        write("a", 0, "name");
        Thread.sleep(50);
        assertThat(causes(NONE)).containsExactly("ledger-lags");
        node.sequence();
        Thread.sleep(50);
        assertThat(causes(NONE)).containsExactly("view-stream-history-lags");
        assertThat(causes(Duration.ofMinutes(1))).isEmpty();
        node.project();
        assertThat(causes(NONE)).isEmpty();
    }

    @Test
    void parkedStreamsAreCountedOnce() throws Exception {
        write("bad", 0, "poison");
        write("bad", 1, "behind");
        write("good", 0, "name");
        node.catchUp();
        assertThat(reader.read().of(StreamHistory.VIEW).parked()).isEqualTo(1);
    }

    @Test
    void withoutADatabaseTheLastKnownIsTold() throws Exception {
        write("a", 0, "name");
        LagSample sample = new LagSample(reader);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        new LagGauges(sample, projections()).bindTo(meters);
        assertThat(meters.get("keyledger.ledger.pending").gauge().value()).isEqualTo(1);
        node.close();
        Thread.sleep(1_100);
        assertThat(meters.get("keyledger.ledger.pending").gauge().value()).isEqualTo(1);
        assertThat(meters.get("keyledger.lag.age.seconds").gauge().value()).isGreaterThan(1);
        assertThat(new LagReadiness(sample, projections(), NONE).causes())
                .containsExactly("lag-unknown");
    }

    private List<String> causes(Duration bound) {
        return new LagReadiness(new LagSample(reader), projections(), bound).causes();
    }

    private static Projections projections() {
        return new Projections(List.of(new StreamHistory()));
    }

    private void write(String stream, long sequence, String name) {
        store.event("acme", stream, sequence, new RoleDeleted(UUID.randomUUID(), name, List.of()));
    }
}
