package io.keyledger.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.shared.ledger.RecordKind;
import io.keyledger.shared.ledger.StoredRecord;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

@ExtendWith(MockitoExtension.class)
class SharedReaderTest {

    /** What a portion holds at most. */
    private static final int LARGEST = 5;

    @Mock private Connection connection;

    private final List<Long> readAfter = new ArrayList<>();
    private SharedReader reader;
    private PortionReader all;
    private PortionReader uses;

    @BeforeEach
    void begin() {
        reader = new SharedReader(this::read);
        all = reader.wanting(_ -> true);
        uses = reader.wanting(kind -> kind == RecordKind.USES);
    }

    @Test
    void aPortionIsReadOnceForBoth() throws SQLException {
        Portion first = all.read(connection, 0, 4);
        Portion second = uses.read(connection, 0, 9);
        assertThat(positions(first)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(positions(second)).containsExactly(2L, 4L);
        assertThat(second.reached()).isEqualTo(4);
        assertThat(second.isCut()).isFalse();
        assertThat(second.entries().getFirst()).isSameAs(first.entries().get(1));
        assertThat(readAfter).containsExactly(0L);
    }

    @Test
    void whoStandsFurtherGetsTheRestOfIt() throws SQLException {
        all.read(connection, 0, 4);
        assertThat(positions(uses.read(connection, 2, 4))).containsExactly(4L);
        assertThat(readAfter).containsExactly(0L);
    }

    @Test
    void whoStandsBeforeOrBehindReadsHisOwn() throws SQLException {
        all.read(connection, 2, 4);
        assertThat(positions(all.read(connection, 0, 4))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(positions(all.read(connection, 4, 6))).containsExactly(5L, 6L);
        assertThat(readAfter).containsExactly(2L, 0L, 4L);
    }

    @Test
    void nobodyGetsMoreThanHeAsksFor() throws SQLException {
        all.read(connection, 0, 4);
        assertThat(positions(all.read(connection, 0, 3))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatIsCutIsCutForAll() throws SQLException {
        assertThat(all.read(connection, 0, 9).isCut()).isTrue();
        assertThat(uses.read(connection, 0, 9).reached()).isEqualTo(LARGEST);
        assertThat(positions(uses.read(connection, LARGEST, 9))).containsExactly(6L, 8L);
    }

    @Test
    void whatIsForgottenIsReadAnew() throws SQLException {
        all.read(connection, 0, 4);
        reader.forget();
        assertThat(positions(uses.read(connection, 0, 4))).containsExactly(2L, 4L);
        assertThat(readAfter).containsExactly(0L, 0L);
    }

    private Portion read(Connection ignored, long after, long upTo) {
        readAfter.add(after);
        long end = Math.min(upTo, after + LARGEST);
        return new Portion(
                LongStream.rangeClosed(after + 1, end).mapToObj(SharedReaderTest::entry).toList(),
                end,
                end < upTo);
    }

    /** A use at each second position. */
    private static LedgerEntry entry(long position) {
        return new LedgerEntry(
                position,
                position,
                Instant.EPOCH,
                new StoredRecord(
                        position % 2 == 0 ? RecordKind.USES : RecordKind.CHANGE,
                        new UUID(0, position),
                        "acme",
                        "stream",
                        position,
                        "type",
                        1,
                        Instant.EPOCH,
                        new byte[0],
                        new byte[0]));
    }

    private static List<Long> positions(Portion portion) {
        return portion.entries().stream().map(LedgerEntry::position).toList();
    }
}
