package io.keyledger.query.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.Repositories;
import io.keyledger.query.paging.CountView;
import io.keyledger.query.paging.ListOrder;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageQuery;
import io.keyledger.testsupport.ScratchDatabase;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Parked entries: in each order, filtered, counted, and a page at a time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListDeadLettersTest {

    private ScratchDatabase database;
    private Repositories repositories;
    private ListDeadLetters letters;

    @BeforeAll
    void given() {
        database = ScratchDatabase.create();
        repositories = new Repositories(database.query(), ListDeadLetters.class);
        letters = repositories.get(ListDeadLetters.class);
        park("directory", "live", 7, "role.RoleDeleted", "acme", "IllegalState of 7", 3, 40);
        park("directory", "live", 12, "role.RoleCreated", "acme", null, 1, 30);
        park("audit-trail", "live", 9, "role.RoleDeleted", "zulu", "NullPointer", 2, 20);
        park("people", "live", 3, "person.PersonSignedIn", "acme", "IllegalState of 3", 1, 10);
        park("people", "rebuild", 4, "person.PersonSignedIn", "acme", "IllegalState", 1, 10);
    }

    @AfterAll
    void close() {
        repositories.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 9 7 12 3",
        "view, 9 7 12 3",
        "-view, 3 12 7 9",
        "type, 3 12 9 7",
        "-type, 7 9 12 3",
        "workspace, 7 12 3 9",
        "attempts, 12 3 9 7",
        "-attempts, 7 9 3 12",
        "parkedAt, 3 9 12 7",
        "-triedAt, 7 12 9 3"
    })
    void pagesGoOnInEveryOrder(String sort, String found) {
        ListOrder order = ListDeadLetters.SORTS.read(sort.isEmpty() ? null : sort);
        List<Long> positions = new ArrayList<>();
        String cursor = null;
        do {
            Page<DeadLetterView> page = page(DeadLetterFilter.NONE, order, cursor);
            page.items().forEach(letter -> positions.add(letter.position()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(text(positions)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "illegalstate, , , , , 7 3",
        "roledeleted, , , , , 9 7",
        "STREAM-12, , , , , 12",
        ", directory, , , , 7 12",
        ", another, , , , ''",
        ", , zulu, , , 9",
        ", , , role.RoleDeleted, , 9 7",
        ", , , , failed, 9 7 3",
        ", , , , waiting, 12",
        ", directory, acme, role.RoleDeleted, failed, 7"
    })
    void theyAreFilteredAndCountedAlike(
            @Nullable String q,
            @Nullable String view,
            @Nullable String workspace,
            @Nullable String type,
            @Nullable String state,
            String found) {
        DeadLetterFilter filter = new DeadLetterQuery(q, view, workspace, type, state).read();
        List<DeadLetterView> all =
                letters.list(
                                filter,
                                ListDeadLetters.SORTS.usual(),
                                PageQuery.FIRST.of(ListDeadLetters.SORTS.usual()))
                        .items();
        assertThat(text(all.stream().map(DeadLetterView::position).toList())).isEqualTo(found);
        assertThat(letters.count(filter)).isEqualTo(new CountView(all.size(), true));
    }

    @Test
    void oneIsFoundUnlessItIsOfARebuild() {
        DeadLetterView found = letters.at("directory", 7).orElseThrow();
        assertThat(found.cause()).isEqualTo("IllegalState of 7");
        assertThat(found.attempts()).isEqualTo(3);
        assertThat(letters.at("directory", 12).orElseThrow().cause()).isNull();
        assertThat(letters.at("directory", 9)).isEmpty();
        assertThat(letters.at("people", 4)).isEmpty();
    }

    @Test
    void aStateThatIsNoneIsRefusedByName() {
        DeadLetterQuery query = new DeadLetterQuery(null, null, null, null, "broken");
        assertThatThrownBy(query::read)
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> assertThat(problem.field()).isEqualTo("state"));
    }

    private Page<DeadLetterView> page(
            DeadLetterFilter filter, ListOrder order, @Nullable String cursor) {
        return letters.list(filter, order, new PageQuery("1", cursor).of(order, "letters"));
    }

    private static String text(List<Long> positions) {
        return positions.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private void park(
            String view,
            String copy,
            long position,
            String type,
            String workspace,
            @Nullable String cause,
            int attempts,
            int second) {
        JdbcClient.create(database.query())
                .sql(
                        """
                        INSERT INTO query.dead_letter (view, copy, position, stream, workspace,
                                                       type, cause, attempts, parked_at, tried_at)
                        VALUES (?, ?, ?, 'stream-' || ?::bigint, ?, ?, ?, ?,
                                to_timestamp(?), to_timestamp(?))
                        """)
                .params(
                        view, copy, position, position, workspace, type, cause, attempts, second,
                        second)
                .update();
    }
}
