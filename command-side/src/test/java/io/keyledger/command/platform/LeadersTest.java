package io.keyledger.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

class LeadersTest {

    @Test
    void whoComesWhileAllAreBusyGoesAllTheSame() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        List<FutureTask<Boolean>> tasks = new ArrayList<>();
        try (Leaders leaders = new Leaders(2)) {
            for (int i = 0; i < 4; i++) {
                CountDownLatch begun = new CountDownLatch(1);
                FutureTask<Boolean> task =
                        new FutureTask<>(
                                () -> {
                                    begun.countDown();
                                    end.await();
                                    return Thread.currentThread().isVirtual();
                                });
                tasks.add(task);
                leaders.execute(task);
                assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            }
            end.countDown();
            List<Boolean> virtual = new ArrayList<>();
            for (FutureTask<Boolean> task : tasks) {
                virtual.add(task.get(10, TimeUnit.SECONDS));
            }
            assertThat(virtual).containsExactly(false, false, true, true);
        }
    }
}
