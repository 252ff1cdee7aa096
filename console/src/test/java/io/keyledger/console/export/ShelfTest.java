package io.keyledger.console.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.console.export.Export.State;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The life of an export, from being asked for to being removed. */
class ShelfTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration AT_ONCE = Duration.ZERO;

    private final Room room = new Room(new Room.Bounds(20, 2, 1 << 20, 1 << 20));
    private final Shelf shelf = new Shelf("ada", room, Duration.ofHours(1));
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    @AfterEach
    void end() {
        shelf.close();
    }

    @Test
    void tellsHowFarItIsAndIsReadOnceItIsComplete() throws IOException, InterruptedException {
        CountDownLatch half = new CountDownLatch(1);
        Export export =
                start(
                        (out, gauge) -> {
                            gauge.reach(2, 0.5);
                            half.countDown();
                            await(goOn);
                            out.write("a,b\r\n".getBytes(UTF_8));
                            gauge.reach(4, 1);
                        });
        half.await();
        assertThat(export.isOverWithin(AT_ONCE)).isFalse();
        Line line = Line.of(export, Instant.now());
        assertThat(line.isRunning()).isTrue();
        assertThat(line.percent()).isEqualTo(50);
        goOn.countDown();
        assertThat(export.isOverWithin(LONG)).isTrue();
        assertThat(Line.of(export, Instant.now()).told()).isEqualTo("complete, 4 rows");
        try (InputStream table = export.spool().reader()) {
            assertThat(table.readAllBytes()).isEqualTo("a,b\r\n".getBytes(UTF_8));
        }
    }

    @Test
    void whatIsCancelledStopsAndIsDropped() throws IOException, InterruptedException {
        Export export = start(this::waits);
        export.cancel();
        assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(export.isOverWithin(LONG)).isTrue();
        assertThat(export.state()).isEqualTo(State.CANCELLED);
        assertThatThrownBy(() -> export.spool().reader()).isInstanceOf(IOException.class);
        assertThat(shelf.all()).containsExactly(export);
        shelf.remove(export);
        assertThat(shelf.all()).isEmpty();
    }

    @Test
    void whatFailsSaysAfterHowManyRowsAndKeepsNothing() throws IOException {
        Export export =
                start(
                        (out, gauge) -> {
                            out.write(1);
                            gauge.reach(7, 0.1);
                            throw new IOException("cut off");
                        });
        assertThat(export.isOverWithin(LONG)).isTrue();
        Line line = Line.of(export, Instant.now());
        assertThat(line.isFailed()).isTrue();
        assertThat(line.written()).isEqualTo("7 rows");
        assertThat(line.why()).startsWith("Keyledger stopped answering");
        assertThatThrownBy(() -> export.spool().reader()).isInstanceOf(IOException.class);
    }

    @Test
    void endsWithTheSessionAndBeginsNoMoreAfterIt() throws IOException, InterruptedException {
        Export complete = start((out, _) -> out.write(1));
        assertThat(complete.isOverWithin(LONG)).isTrue();
        start(this::waits);
        shelf.close();
        assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(shelf.all()).isEmpty();
        assertThatThrownBy(() -> complete.spool().reader()).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> start(this::waits)).hasMessageContaining("session is over");
    }

    @Test
    void isRemovedAWhileAfterItIsOver() throws IOException, InterruptedException {
        Shelf forgetful = new Shelf("ada", room, Duration.ofMillis(50));
        Export export = forgetful.start(wanted(), (out, _) -> out.write(1), "ada");
        for (int tries = 0; tries < 400 && !forgetful.all().isEmpty(); tries++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(forgetful.all()).isEmpty();
        assertThatThrownBy(() -> export.spool().reader()).isInstanceOf(IOException.class);
    }

    @Test
    void onlySoManyRunAndTheirPlacesAreFreeAgain() throws IOException {
        start(this::waits);
        Export other = start(this::waits);
        assertThatThrownBy(() -> start(this::waits)).isInstanceOf(Full.class);
        other.cancel();
        assertThat(other.isOverWithin(LONG)).isTrue();
        start(this::waits);
    }

    @Test
    void theOldestMakeRoomButNotThoseThatRun() throws IOException {
        Export running = start(this::waits);
        List<Export> over = new ArrayList<>();
        for (int i = 0; i <= Shelf.MOST_KEPT; i++) {
            Export export = start((out, _) -> out.write(1));
            assertThat(export.isOverWithin(LONG)).isTrue();
            over.addFirst(export);
        }
        assertThat(shelf.all()).hasSize(Shelf.MOST_KEPT + 1).contains(running);
        assertThat(shelf.all().subList(0, Shelf.MOST_KEPT))
                .isEqualTo(over.subList(0, Shelf.MOST_KEPT));
    }

    @Test
    void whatIsTooMuchIsCutOffAndSaysWhatToDo() throws IOException {
        Room small = new Room(new Room.Bounds(1, 1, 10, 5));
        Export export =
                new Shelf("ada", small, Duration.ofHours(1))
                        .start(wanted(), (out, _) -> out.write("text".getBytes(UTF_8)), "ada");
        assertThat(export.isOverWithin(LONG)).isTrue();
        assertThat(Line.of(export, Instant.now()).why()).contains("ask for less");
    }

    @Test
    void isFoundInItsWorkspaceAlone() throws IOException {
        Export export = start((out, _) -> out.write(1));
        assertThat(shelf.find("acme", export.id())).contains(export);
        assertThat(shelf.find("other", export.id())).isEmpty();
        assertThat(new Shelf("ada", room, LONG).find("acme", export.id())).isEmpty();
    }

    private Export start(Table table) throws IOException {
        return shelf.start(wanted(), table, "ada");
    }

    private static Wanted wanted() {
        return new Wanted("acme", "Timeline", Map.of(), "audit-acme.csv", Set.of(), "", "");
    }

    private void waits(OutputStream out, Gauge gauge) throws IOException {
        try {
            await(goOn);
        } finally {
            stopped.countDown();
        }
    }

    /** As reading an answer does when it is interrupted. */
    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException _) {
            throw new InterruptedIOException();
        }
    }
}
