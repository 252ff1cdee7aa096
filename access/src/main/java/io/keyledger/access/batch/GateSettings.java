package io.keyledger.access.batch;

import io.keyledger.access.check.Overloaded;

import java.time.Duration;

/**
 * The gate's limits.
 *
 * @param maxBatch checks decided on one snapshot; twice as many of those that come many at once, if
 *     nobody else waits
 * @param queueCapacity checks that may wait; more are refused as {@link Overloaded}
 * @param gatherFor how long a batch waits for others, when others came lately
 * @param commitWithin from before the snapshot to the end of the commit; a later one is no answer
 * @param answerWithin how long a check waits at most
 * @param unknownKeyPace that a key is unknown is told at whole multiples of so long after it was
 *     asked
 */
public record GateSettings(
        int maxBatch,
        int queueCapacity,
        Duration gatherFor,
        Duration commitWithin,
        Duration answerWithin,
        Duration unknownKeyPace) {

    public static final GateSettings DEFAULTS =
            new GateSettings(
                    512,
                    4096,
                    Duration.ofMillis(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(10),
                    Duration.ofMillis(10));
}
