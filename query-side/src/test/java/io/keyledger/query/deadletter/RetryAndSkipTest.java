package io.keyledger.query.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.Repositories;
import io.keyledger.query.paging.PageQuery;
import io.keyledger.query.testing.QueryNode;
import io.keyledger.query.testing.Store;
import io.keyledger.query.testing.StreamHistory;
import io.keyledger.shared.event.RoleEvent.RoleDeleted;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

class RetryAndSkipTest {

    private ScratchDatabase database;
    private Store store;
    private StreamHistory projection;
    private QueryNode node;
    private Repositories repositories;
    private ListDeadLetters letters;
    private RetryStream retries;
    private SkipEntry skips;

    @BeforeEach
    void aStreamIsParked() throws SQLException {
        database = ScratchDatabase.create();
        store = new Store(database);
        projection = StreamHistory.in(database);
        node = new QueryNode(database, projection);
        repositories = new Repositories(database.query(), ListDeadLetters.class);
        letters = repositories.get(ListDeadLetters.class);
        retries = new RetryStream(node.transactions());
        skips = new SkipEntry(node.transactions());
        write(0, "before");
        write(1, "poison");
        write(2, "behind");
        write(3, "last");
        node.catchUp();
    }

    @AfterEach
    void close() {
        repositories.close();
        node.close();
        database.close();
    }

    @Test
    void afterMendingTheStreamIsAppliedInOrderAndFollowedAgain() throws SQLException {
        projection.mend();
        RetryOutcome outcome = retries.retry(projection, "bad");
        assertThat(outcome).isEqualTo(new RetryOutcome("bad", 3, null, null));
        assertThat(outcome.done()).isTrue();
        write(4, "after");
        node.catchUp();
        assertThat(contents())
                .containsExactly("before 1", "poison 2", "behind 3", "last 4", "after 5");
        assertThat(parked()).isEmpty();
    }

    @Test
    void whatFailsAgainStaysParkedWithItsCauseAndAttempts() throws SQLException {
        RetryOutcome outcome = retries.retry(projection, "bad");
        assertThat(outcome.applied()).isZero();
        assertThat(outcome.failedAt()).isEqualTo(2);
        assertThat(outcome.cause()).startsWith("IllegalStateException").doesNotContain("s3cret");
        assertThat(parked()).extracting(DeadLetterView::attempts).containsExactly(2, 1, 1);
        assertThat(contents()).containsExactly("before 1");
    }

    @Test
    void aSkippedEntryIsOnRecordAndThoseBehindItAreApplied() throws SQLException {
        skips.skip(letters.at(StreamHistory.VIEW, 2).orElseThrow(), "operator");
        assertThat(retries.retry(projection, "bad").done()).isTrue();
        assertThat(contents()).containsExactly("before 1", "behind 3", "last 4");
        assertThat(
                        node.jdbc()
                                .sql("SELECT skipped_by FROM query.skipped_entry")
                                .query(String.class)
                                .list())
                .containsExactly("operator");
    }

    @Test
    void onlyTheFirstOfAStreamCanBeSkipped() {
        DeadLetterView behind = letters.at(StreamHistory.VIEW, 3).orElseThrow();
        assertThatThrownBy(() -> skips.skip(behind, "operator"))
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> assertThat(problem.code()).isEqualTo("not-first-of-stream"));
        assertThat(parked()).hasSize(3);
    }

    private List<DeadLetterView> parked() {
        return letters.list(
                        DeadLetterFilter.NONE,
                        ListDeadLetters.SORTS.usual(),
                        PageQuery.FIRST.of(ListDeadLetters.SORTS.usual()))
                .items();
    }

    private List<String> contents() {
        return node.jdbc()
                .sql(
                        """
                        SELECT content || ' ' || valid_from FROM views.stream_history_v1
                         ORDER BY valid_from
                        """)
                .query(String.class)
                .list();
    }

    private void write(int sequence, String name) {
        store.event("acme", "bad", sequence, new RoleDeleted(UUID.randomUUID(), name, List.of()));
    }
}
