package io.keyledger.access.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.batch.GateSettings;
import io.keyledger.access.check.Asked;
import io.keyledger.access.check.CallerRefused;
import io.keyledger.access.check.CheckResult;
import io.keyledger.access.check.DenyReason;
import io.keyledger.access.check.DirectCheck;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.source.Source;
import io.keyledger.shared.permission.Permission;
import io.keyledger.shared.use.RecordId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All of a batch are answered, each with its own answer. */
class AnsweringTest {

    private static final int CHECKS = 9;

    private final Set<Thread> by = ConcurrentHashMap.newKeySet();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void byTheGatesThreadOnFewProcessors(int processors) {
        give(processors);
        assertThat(by).containsExactly(Thread.currentThread());
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 64})
    void byOthersWhereThereAreProcessorsForThem(int processors) {
        give(processors);
        assertThat(by).isNotEmpty().doesNotContain(Thread.currentThread());
    }

    private void give(int processors) {
        List<Pending> batch = Stream.generate(AnsweringTest::pending).limit(CHECKS).toList();
        List<CheckResult> results =
                IntStream.range(0, CHECKS).mapToObj(AnsweringTest::result).toList();
        batch.forEach(each -> each.answer().thenRun(() -> by.add(Thread.currentThread())));
        try (Answering answering = new Answering(GateSettings.DEFAULTS, processors)) {
            answering.give(batch, results);
        }
        assertThat(batch).extracting(each -> each.answer().getNow(null)).isEqualTo(results);
    }

    private static Pending pending() {
        return new Pending(
                new DirectCheck(
                        new PresentedKey.Malformed(),
                        Asked.of(new Permission("a:view")),
                        Source.UNKNOWN));
    }

    private static CheckResult result(int number) {
        return new CallerRefused(
                DenyReason.KEY_EXPIRED,
                new RecordId(new UUID(0, 1), number, 0),
                Instant.EPOCH.plusSeconds(number));
    }
}
