package io.keyledger.access.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

class SampledTest {

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void manyAskersMakeOneCall() {
        Sampled<Integer> sampled = new Sampled<>("test", calls::incrementAndGet);
        for (int i = 0; i < 1_000; i++) {
            assertThat(sampled.current()).contains(1);
        }
        assertThat(calls).hasValue(1);
    }

    @Test
    void itIsGotAnewAfterASecond() throws Exception {
        Sampled<Integer> sampled = new Sampled<>("test", calls::incrementAndGet);
        assertThat(sampled.current()).contains(1);
        Thread.sleep(1_050);
        assertThat(sampled.current()).contains(2);
    }

    @Test
    void aSourceThatHangsIsWaitedForOnceAndAskedOnce() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Sampled<Integer> sampled =
                new Sampled<>(
                        "test",
                        () -> {
                            if (calls.incrementAndGet() > 1) {
                                never.await();
                            }
                            return calls.get();
                        });
        assertThat(sampled.current()).contains(1);
        Thread.sleep(1_050);
        long begin = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertThat(sampled.current()).isEmpty();
            assertThat(sampled.lastKnown()).contains(1);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(900), Duration.ofMillis(2_500));
        assertThat(calls).hasValue(2);
        assertThat(sampled.age().orElseThrow()).isGreaterThan(Duration.ofSeconds(2));
        never.countDown();
    }

    @Test
    void aSourceThatFailsLeavesWhatIsKnown() throws Exception {
        Sampled<Integer> sampled =
                new Sampled<>(
                        "test",
                        () -> {
                            if (calls.incrementAndGet() > 1) {
                                throw new IllegalStateException("away");
                            }
                            return 1;
                        });
        assertThat(sampled.current()).contains(1);
        Thread.sleep(1_050);
        assertThat(sampled.current()).isEmpty();
        assertThat(sampled.lastKnown()).contains(1);
    }
}
