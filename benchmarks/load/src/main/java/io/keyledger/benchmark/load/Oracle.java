package io.keyledger.benchmark.load;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What the time of an answer tells a guesser: unknown keys and wrong secrets of keys that exist are
 * asked one by one, in pairs in random order, so that whatever else the machine does strikes both
 * alike.
 *
 * <p>Arguments: base address, the key that asks, a file with a valid key a line.
 */
final class Oracle {

    private static final int PAIRS = 5_000;
    private static final int WARM_UP_PAIRS = PAIRS / 5;
    private static final String GUESSER = "10.6.6.1";

    /**
     * Half of a notch, over the quartiles' distance and the root of n: two medians whose notches do
     * not overlap differ (McGill, Tukey, Larsen 1978).
     */
    private static final double NOTCH = 1.57;

    private final Administrator asker;
    private final Keys keys;

    private Oracle(Administrator asker, Keys keys) {
        this.asker = asker;
        this.keys = keys;
    }

    public static void main(String[] args) throws Exception {
        new Oracle(new Administrator(args[0], args[1]), Keys.of(args[2])).compare();
    }

    private void compare() throws Exception {
        double[] unknown = new double[PAIRS];
        double[] wrong = new double[PAIRS];
        for (int i = -WARM_UP_PAIRS; i < PAIRS; i++) {
            boolean wrongFirst = ThreadLocalRandom.current().nextBoolean();
            double first = micros(wrongFirst ? keys.wrongSecret() : keys.unknown());
            double second = micros(wrongFirst ? keys.unknown() : keys.wrongSecret());
            if (i >= 0) {
                unknown[i] = wrongFirst ? second : first;
                wrong[i] = wrongFirst ? first : second;
            }
            Thread.sleep(0, 200_000);
        }
        double[] differences = new double[PAIRS];
        Arrays.setAll(differences, i -> wrong[i] - unknown[i]);
        for (double[] each : List.of(unknown, wrong, differences)) {
            Arrays.sort(each);
        }
        double spread = quantile(differences, 0.75) - quantile(differences, 0.25);
        System.out.printf(
                Locale.ROOT,
                "Unknown keys are answered in %.0f µs, wrong secrets in %.0f µs (medians of %d each,"
                        + " mixed); the median of their differences is %.1f µs ± %.1f µs.%n",
                quantile(unknown, 0.5),
                quantile(wrong, 0.5),
                PAIRS,
                quantile(differences, 0.5),
                NOTCH * spread / Math.sqrt(PAIRS));
    }

    private double micros(String key) throws IOException, InterruptedException {
        String guess = Requests.body(key, Requests.GRANTED, GUESSER);
        long begin = System.nanoTime();
        if (asker.isAllowed(guess)) {
            throw new IllegalStateException("a guess is allowed");
        }
        return (System.nanoTime() - begin) / 1e3;
    }

    private static double quantile(double[] sorted, double q) {
        return sorted[(int) Math.round(q * (sorted.length - 1))];
    }
}
