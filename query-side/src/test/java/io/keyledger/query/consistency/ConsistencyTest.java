package io.keyledger.query.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.platform.Signals;
import io.keyledger.query.testing.Background;
import io.keyledger.query.testing.QueryNode;
import io.keyledger.query.testing.Store;
import io.keyledger.query.testing.StreamHistory;
import io.keyledger.shared.event.RoleEvent.RoleDeleted;
import io.keyledger.shared.record.ConsistencyToken;
import io.keyledger.testsupport.ScratchDatabase;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

class ConsistencyTest {

    private static final Set<String> VIEWS = Set.of(StreamHistory.VIEW);

    private ScratchDatabase database;
    private Store store;
    private QueryNode node;
    private ConsistencyGate gate;
    private PositionAt positionAt;

    @BeforeEach
    void open() throws SQLException {
        database = ScratchDatabase.create();
        store = new Store(database);
        node = new QueryNode(database, StreamHistory.in(database));
        node.catchUp();
        gate = gate(Duration.ofSeconds(5));
        positionAt = new PositionAt(node.dataSource());
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void aReadWithATokenSeesWhatWasWritten() {
        try (Background _ = new Background(node::step)) {
            for (int i = 0; i < 100; i++) {
                write(i);
                gate.await(token(i).toString(), VIEWS);
                assertThat(versions()).contains((long) i);
            }
        }
    }

    @Test
    void aViewThatDoesNotComeIsSaidToBeBehind() throws SQLException {
        write(0);
        ConsistencyGate impatient = gate(Duration.ofMillis(50));
        assertProblem(503, "view-behind", () -> impatient.await(token(0).toString(), VIEWS));
        node.sequence();
        assertProblem(503, "view-behind", () -> impatient.await(token(0).toString(), VIEWS));
        node.project();
        impatient.await(token(0).toString(), VIEWS);
        assertProblem(
                503,
                "view-behind",
                () -> impatient.await(token(0).toString(), Set.of(StreamHistory.VIEW, "none")));
    }

    @Test
    void aPositionIsWaitedForAsATokenIs() throws SQLException {
        write(0);
        node.sequence();
        ConsistencyGate impatient = gate(Duration.ofMillis(50));
        assertProblem(503, "view-behind", () -> impatient.await(1, VIEWS));
        try (Background _ = new Background(node::step)) {
            gate.await(1, VIEWS);
        }
        assertThat(versions()).containsExactly(0L);
        assertThat(new ViewsAt(node.dataSource()).now(Set.of(StreamHistory.VIEW)).position())
                .isOne();
    }

    @Test
    void tokensOfAnotherIncarnationAreGone() throws SQLException {
        write(0);
        node.catchUp();
        ConsistencyToken good = token(0);
        for (ConsistencyToken other :
                List.of(
                        new ConsistencyToken(UUID.randomUUID(), good.timeline(), "one", 0),
                        new ConsistencyToken(good.store(), good.timeline() + 1, "one", 0),
                        new ConsistencyToken(good.store(), good.timeline(), "one", 1))) {
            assertProblem(410, "other-incarnation", () -> gate.await(other.toString(), VIEWS));
        }
    }

    @Test
    void whatIsNoTokenIsRefusedByName() {
        assertThatThrownBy(() -> gate.await("nonsense", VIEWS))
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> {
                            assertThat(problem.status().value()).isEqualTo(400);
                            assertThat(problem.field()).isEqualTo("Consistency-Token");
                        });
    }

    @Test
    void aTimeIsThePositionThatHadBeenReachedByThen() throws SQLException {
        assertThat(positionAt.resolve("at", Instant.EPOCH)).isZero();
        for (int i = 0; i < 5; i++) {
            write(i);
            node.sequence();
        }
        for (long position = 1; position <= 5; position++) {
            Instant at = ledgeredAt(position);
            assertThat(positionAt.resolve("at", at)).isEqualTo(position);
            assertThat(positionAt.resolve("at", at.minusNanos(1_000))).isEqualTo(position - 1);
        }
    }

    @Test
    void anAnswerAboutNowDoesNotChangeWithABatchUnderWay() throws Exception {
        write(0);
        node.sequence();
        write(1);
        Instant between;
        try (Connection sequencing = database.query().getConnection()) {
            sequencing.setAutoCommit(false);
            // As a batch does: takes its time, then is slow to commit.
            sequencing
                    .createStatement()
                    .execute("UPDATE ledger.head SET ledgered_at = clock_timestamp()");
            between = now();
            Thread committer =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            Thread.sleep(200);
                                            sequencing.rollback();
                                        } catch (Exception e) {
                                            throw new IllegalStateException(e);
                                        }
                                    });
            long begin = System.nanoTime();
            assertThat(positionAt.resolve("at", between)).isEqualTo(1);
            assertThat(System.nanoTime() - begin).isGreaterThan(50_000_000);
            committer.join();
        }
        node.sequence();
        assertThat(positionAt.resolve("at", between)).isEqualTo(1);
    }

    @Test
    void aTimeThatHasNotComeIsRefusedByName() {
        Instant tomorrow = now().plus(Duration.ofDays(1));
        assertThatThrownBy(() -> positionAt.resolve("at", tomorrow))
                .isInstanceOfSatisfying(
                        ApiProblem.class, problem -> assertThat(problem.field()).isEqualTo("at"));
    }

    private ConsistencyGate gate(Duration patience) {
        return new ConsistencyGate(
                new TokenPosition(node.dataSource()),
                new ViewsAt(node.dataSource()),
                new Signals(),
                patience);
    }

    private void write(int sequence) {
        store.event("acme", "one", sequence, new RoleDeleted(UUID.randomUUID(), "name", List.of()));
    }

    private ConsistencyToken token(int sequence) {
        return new ConsistencyToken(
                node.jdbc().sql("SELECT store_id FROM store.identity").query(UUID.class).single(),
                node.jdbc()
                        .sql("SELECT timeline_id FROM pg_control_checkpoint()")
                        .query(Long.class)
                        .single(),
                "one",
                sequence);
    }

    private List<Long> versions() {
        return node.jdbc()
                .sql("SELECT version FROM views.stream_history_v1")
                .query(Long.class)
                .list();
    }

    private Instant ledgeredAt(long position) {
        return node.jdbc()
                .sql("SELECT ledgered_at FROM ledger.entry WHERE position = :position")
                .param("position", position)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private Instant now() {
        return node.jdbc()
                .sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static void assertProblem(int status, String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> {
                            assertThat(problem.status().value()).isEqualTo(status);
                            assertThat(problem.code()).isEqualTo(code);
                        });
    }
}
