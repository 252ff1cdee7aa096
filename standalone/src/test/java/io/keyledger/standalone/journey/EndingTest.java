package io.keyledger.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.batch.GateProbe;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Who has asked is answered, though the node is told to end meanwhile. */
class EndingTest {

    private static final Duration A_MOMENT = Duration.ofMillis(500);

    @TempDir private Path data;

    @Test
    @Timeout(60)
    void requestsUnderWayAreAnsweredWithOrWithoutServlets() throws Exception {
        Holding gate = new Holding();
        try (ScratchDatabase database = ScratchDatabase.create();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Node node = Node.start(database, data, gate);
            Api api = node.administrator();
            gate.hold();
            Future<Answer> direct =
                    threads.submit(
                            () ->
                                    api.post(
                                            "/api/v1/checks",
                                            "{\"key\":\"none\",\"permission\":\"a:b\"}"));
            Future<Answer> servlet =
                    threads.submit(() -> api.get("/api/v1/workspaces/system/groups"));
            gate.entered.await();
            Thread.sleep(A_MOMENT);
            Thread ending = Thread.ofVirtual().start(node::close);
            assertThat(ending.join(A_MOMENT)).isFalse();
            gate.letGo.countDown();
            assertThat(direct.get().mustBe(200).text("decision")).isEqualTo("deny");
            servlet.get().mustBe(200);
            ending.join();
        }
    }

    /** Holds batches up from when it is told to until it is told to let go. */
    private static final class Holding implements GateProbe {

        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch letGo = new CountDownLatch(1);
        private volatile boolean holds;

        void hold() {
            holds = true;
        }

        @Override
        public void beforeCommit() {
            if (holds) {
                entered.countDown();
                try {
                    letGo.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
