package io.keyledger.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.access.problem.ApiProblem;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

class ReplayCommandsTest extends RebuildingTest {

    @Test
    void aCancelledReplayLeavesTheLiveViewAndNothingElse() throws SQLException {
        write(0, 10);
        node.catchUp();
        UUID id = start();
        rebuilder.step();
        rebuilder.step();
        assertThat(left()).isOne();
        commands.move(id, List.of(RebuildState.RUNNING), RebuildState.CANCELLED);
        rebuilder.step();
        assertThat(left()).isZero();
        assertThat(replays(id).state()).isEqualTo("cancelled");
        assertThat(rows()).hasSize(10);
        assertThat(finish(start()).identical()).isTrue();
    }

    @Test
    void aPausedReplayGoesOnWhereItWas() throws SQLException {
        write(0, 10);
        node.catchUp();
        UUID id = start();
        rebuilder.step();
        commands.move(id, List.of(RebuildState.RUNNING), RebuildState.PAUSED);
        for (int step = 0; step < 3; step++) {
            assertThat(rebuilder.step()).isFalse();
        }
        assertThat(left()).isOne();
        assertThat(replays(id).state()).isEqualTo("paused");
        commands.move(id, List.of(RebuildState.PAUSED), RebuildState.RUNNING);
        assertThat(finish(id).identical()).isTrue();
    }

    @Test
    void aViewIsRebuiltOnceAtATime() throws SQLException {
        start();
        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> assertThat(problem.code()).isEqualTo("replay-running"));
    }

    @Test
    void aStepThatKeepsFailingEndsTheReplayWithItsCause() throws SQLException {
        node.jdbc().sql("DROP TABLE views.stream_history_v1").update();
        UUID id = start();
        for (int step = 0; step < 5; step++) {
            assertThatThrownBy(rebuilder::step).isInstanceOf(SQLException.class);
        }
        ReplayView replay = replays(id);
        assertThat(replay.state()).isEqualTo("failed");
        assertThat(replay.views().getFirst().cause()).isEqualTo("SQLState 42P01");
    }

    @Test
    void replaysAreListedTheLatestFirst() throws Exception {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Thread.sleep(2); // ids of one millisecond are in no order
            ids.addFirst(commands.start("all", List.of("one", "two"), "operator"));
            commands.move(ids.getFirst(), List.of(RebuildState.RUNNING), RebuildState.CANCELLED);
        }
        List<ReplayView> first = replays.before(null, 2);
        assertThat(first).extracting(ReplayView::id).containsExactly(ids.get(0), ids.get(1));
        assertThat(first.getFirst().views())
                .extracting(RebuildView::view)
                .containsExactly("one", "two");
        assertThat(replays.before(ids.get(1), 2))
                .extracting(ReplayView::id)
                .containsExactly(ids.get(2));
        assertThat(replays.before(ids.get(2), 2)).isEmpty();
    }
}
