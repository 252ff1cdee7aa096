package io.keyledger.query.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.testing.Background;
import io.keyledger.query.testing.QueryNode;
import io.keyledger.shared.event.RoleEvent.RoleDeleted;

import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

class RebuilderTest extends RebuildingTest {

    @Test
    void aRebuiltViewIsTheLiveOneByteForByte() throws SQLException {
        write(0, 50);
        node.catchUp();
        List<String> before = rows();
        List<String> shape = shape();

        ReplayView replay = finish(start());

        assertThat(replay.state()).isEqualTo("completed");
        assertThat(replay.identical()).isTrue();
        assertThat(replay.digestBefore()).matches("[0-9a-f]{64}").isEqualTo(replay.digestAfter());
        assertThat(replay.position()).isEqualTo(50).isEqualTo(replay.head());
        assertThat(replay.finishedAt()).isNotNull();
        assertThat(rows()).isEqualTo(before);
        assertThat(shape()).isEqualTo(shape);
        assertThat(left()).isZero();
        write(50, 60);
        node.catchUp();
        assertThat(rows()).hasSize(60);
    }

    @Test
    void writesAndReadsGoOnMeanwhile() throws Exception {
        write(0, 3_000);
        node.catchUp();
        AtomicInteger next = new AtomicInteger(3_000);
        List<String> readFailures = new ArrayList<>();
        ReplayView replay;
        try (Background _ = new Background(node::step);
                Background _ = new Background(() -> writeOne(next.getAndIncrement()));
                Background _ = new Background(() -> read(readFailures))) {
            replay = finish(start());
        }
        assertThat(replay.identical()).isTrue();
        assertThat(readFailures).isEmpty();
        node.catchUp();
        assertThat(rows()).hasSize(next.get());
        assertThat(finish(start()).identical()).isTrue();
    }

    @Test
    void aFalsifiedRowIsFoundAndHealed() throws SQLException {
        write(0, 30);
        node.catchUp();
        List<String> right = rows();
        node.jdbc()
                .sql("UPDATE views.stream_history_v1 SET content = 'forged' WHERE valid_from = 7")
                .update();

        assertThat(finish(start()).identical()).isFalse();

        assertThat(rows()).isEqualTo(right);
        assertThat(finish(start()).identical()).isTrue();
    }

    @Test
    void whatOneNodeBeganAnotherEndsWhateverStepItDiedIn() throws SQLException {
        write(0, 30);
        node.catchUp();
        for (int steps = 1; steps <= 3; steps++) {
            UUID id = start();
            for (int step = 0; step < steps; step++) {
                rebuilder.step();
            }
            dieHolding();
            assertThat(finish(new Rebuilder(projection, node.transactions()), id).identical())
                    .isTrue();
            assertThat(rows()).hasSize(30);
        }
    }

    @Test
    void aRebuildGoesOnWhileConnectionsAreKilled() throws Exception {
        write(0, 5_000);
        node.catchUp();
        Random random = new Random(1);
        AtomicInteger kills = new AtomicInteger(10);
        UUID id = start();
        try (Background _ = new Background(rebuilder::step);
                Background _ =
                        new Background(new Rebuilder(projection, node.transactions())::step);
                Background _ = new Background(() -> kill(random, kills))) {
            while (replays(id).state().equals("running")) {
                Thread.sleep(20);
            }
        }
        assertThat(replays(id).state()).isEqualTo("completed");
        assertThat(replays(id).identical()).isTrue();
        assertThat(rows()).hasSize(5_000);
    }

    @Test
    void aPoisonEntryParksItsStreamInBothCopies() throws SQLException {
        write(0, 10);
        store.event("acme", "bad", 0, new RoleDeleted(UUID.randomUUID(), "poison", List.of()));
        store.event("acme", "bad", 1, new RoleDeleted(UUID.randomUUID(), "behind", List.of()));
        write(10, 20);
        node.catchUp();
        assertThat(finish(start()).identical()).isTrue();
        assertThat(deadLetters()).containsExactly("live 11", "live 12");

        projection.mend();
        ReplayView mended = finish(start());
        assertThat(mended.state()).isEqualTo("completed");
        assertThat(mended.identical()).isFalse();
        assertThat(deadLetters()).isEmpty();
        assertThat(rows()).hasSize(22);
    }

    @Test
    void aReaderThatStaysIsWaitedForAndStopsNobody() throws SQLException {
        write(0, 10);
        node.catchUp();
        UUID id = start();
        try (Connection reader = database.query().getConnection()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("SELECT count(*) FROM views.stream_history_v1");
            for (int step = 0; step < 6; step++) {
                rebuilder.step();
            }
            assertThat(replays(id).views().getFirst().phase()).isEqualTo("take-over");
            write(10, 12);
            node.catchUp();
            assertThat(rows()).hasSize(12);
        }
        assertThat(finish(id).state()).isEqualTo("completed");
        assertThat(rows()).hasSize(12);
    }

    /** A node that dies in the middle of a step, holding the lock. */
    private void dieHolding() throws SQLException {
        try (Connection dying = database.query().getConnection()) {
            dying.setAutoCommit(false);
            dying.createStatement()
                    .execute("SELECT FROM query.view_position WHERE copy = 'rebuild' FOR UPDATE");
            assertThat(rebuilder.step()).isFalse();
            QueryNode.kill(database, dying);
        }
    }

    private boolean kill(Random random, AtomicInteger left) throws InterruptedException {
        Thread.sleep(random.nextInt(10, 150));
        if (left.getAndDecrement() > 0) {
            QueryNode.killAll(database);
        }
        return false;
    }

    private boolean writeOne(int number) {
        store.event("acme", "s" + number % 11, number / 11, event(number));
        return false;
    }

    private boolean read(List<String> failures) {
        try {
            long rows =
                    node.jdbc()
                            .sql("SELECT count(*) FROM views.stream_history_v1")
                            .query(Long.class)
                            .single();
            if (rows < 3_000) {
                failures.add("only " + rows + " rows");
            }
        } catch (RuntimeException e) {
            failures.add(String.valueOf(e));
        }
        return true;
    }

    private List<String> deadLetters() {
        return texts("SELECT copy || ' ' || position FROM query.dead_letter ORDER BY position");
    }

    private List<String> shape() {
        return texts(
                """
                SELECT pg_get_indexdef(indexrelid) FROM pg_index
                 WHERE indrelid = 'views.stream_history_v1'::regclass
                UNION ALL
                SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
                 WHERE conrelid = 'views.stream_history_v1'::regclass
                UNION ALL
                SELECT reloptions::text FROM pg_class
                 WHERE oid = 'views.stream_history_v1'::regclass
                ORDER BY 1
                """);
    }
}
