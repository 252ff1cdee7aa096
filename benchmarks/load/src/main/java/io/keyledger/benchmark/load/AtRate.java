package io.keyledger.benchmark.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * How long answers take at a rate set beforehand: prints p99, p50, p99.9 and the longest in
 * milliseconds, how many answers were no 2xx, and the rate that was reached. One check in a hundred
 * asks for what is not granted, as in {@code check.lua}.
 *
 * <p>Arguments: address, {@code check}, {@code auth} or the path of a GET, connections, requests a
 * second, seconds, the key that asks, and a file with a key a line.
 */
final class AtRate {

    private static final int WARM_UP_SECONDS = 10;
    private static final int REFUSED_OF = 100;

    private AtRate() {}

    public static void main(String[] args) throws IOException {
        Requests requests = Requests.to(args[0], args[5]);
        int connections = Integer.parseInt(args[2]);
        int perSecond = Integer.parseInt(args[3]);
        int seconds = Integer.parseInt(args[4]);
        Supplier<byte[]> next = next(requests, args[1], Path.of(args[6]));
        OpenLoop.ask(requests.server(), connections, perSecond, WARM_UP_SECONDS, next);
        OpenLoop.Answers answers =
                OpenLoop.ask(requests.server(), connections, perSecond, seconds, next);
        System.out.printf(
                Locale.ROOT,
                "%.1f %.1f %.1f %.1f %d %.0f%n",
                answers.millis(99),
                answers.millis(50),
                answers.millis(99.9),
                answers.millis(100),
                answers.refused(),
                answers.perSecond());
    }

    /** Made beforehand, so that making them takes no processor from what is measured. */
    private static Supplier<byte[]> next(Requests requests, String way, Path keys)
            throws IOException {
        List<String> all = Files.readAllLines(keys);
        List<byte[]> made =
                IntStream.range(0, all.size())
                        .mapToObj(
                                i ->
                                        request(
                                                requests,
                                                way,
                                                all.get(i),
                                                i % REFUSED_OF == 0
                                                        ? Requests.NOT_GRANTED
                                                        : Requests.GRANTED))
                        .toList();
        AtomicInteger n = new AtomicInteger();
        return () -> made.get(Math.floorMod(n.getAndIncrement(), made.size()));
    }

    private static byte[] request(Requests requests, String way, String key, String permission) {
        return switch (way) {
            case "check" -> requests.check(key, permission, Requests.INSIDE);
            case "auth" -> requests.auth(key, permission, Requests.INSIDE);
            default -> requests.get(way);
        };
    }
}
