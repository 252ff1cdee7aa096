package io.keyledger.benchmark.load;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Asks so many times a second, whether answers come or not, while a connection is free: one thread
 * sends what is due, another one takes the answers. Each latency counts from when its request was
 * due, also if no connection was free then, so that what a slow server delays is not left out of
 * the figures.
 */
final class OpenLoop {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(2);
    private static final int DIGITS = 3;
    private static final long PATIENCE_MILLIS = 15_000;

    private final InetSocketAddress server;
    private final double nanosBetween;
    private final long all;
    private final Supplier<byte[]> requests;
    private final BlockingQueue<Connection> free = new LinkedBlockingQueue<>();
    private final Histogram micros = new Histogram(LONGEST_MICROS, DIGITS);
    private final Map<Integer, Long> statuses = new TreeMap<>();

    private OpenLoop(
            InetSocketAddress server, int perSecond, int seconds, Supplier<byte[]> requests) {
        this.server = server;
        this.nanosBetween = (double) TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.all = (long) perSecond * seconds;
        this.requests = requests;
    }

    /**
     * @param micros from when each request was due until all of its answer had come
     * @param statuses how many answers had which
     * @param seconds how long it took until all were answered
     */
    record Answers(Histogram micros, Map<Integer, Long> statuses, double seconds) {

        double perSecond() {
            return micros.getTotalCount() / seconds;
        }

        double millis(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1e3;
        }

        /** How many were not told 2xx. */
        long refused() {
            return statuses.entrySet().stream()
                    .filter(status -> status.getKey() / 100 != 2)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    /**
     * Asks for so many seconds, then waits for what is under way.
     *
     * @throws IOException if a connection ends unannounced, or nobody is answered for 15 seconds
     */
    static Answers ask(
            InetSocketAddress server,
            int connections,
            int perSecond,
            int seconds,
            Supplier<byte[]> requests)
            throws IOException {
        return new OpenLoop(server, perSecond, seconds, requests).run(connections);
    }

    private Answers run(int connections) throws IOException {
        FutureTask<Void> sending = new FutureTask<>(this::send);
        Thread sender = Thread.ofPlatform().daemon().unstarted(sending);
        long begin = System.nanoTime();
        try (Selector selector = Selector.open()) {
            try {
                for (int i = 0; i < connections; i++) {
                    free.add(new Connection(server, selector));
                }
                sender.start();
                while (micros.getTotalCount() < all) {
                    receiveMore(selector, sending);
                }
            } finally {
                sender.interrupt();
                for (SelectionKey key : selector.keys()) {
                    key.channel().close();
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Answers(micros, statuses, (System.nanoTime() - begin) / 1e9);
    }

    private void receiveMore(Selector selector, FutureTask<Void> sending) throws IOException {
        if (selector.select(key -> receive(key, selector), PATIENCE_MILLIS) > 0) {
            return;
        }
        Throwable why = sending.state() == Future.State.FAILED ? sending.exceptionNow() : null;
        throw new IOException(server + " answers nobody any more", why);
    }

    private @Nullable Void send() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        for (long number = 0; number < all; number++) {
            long due = begin + (long) (number * nanosBetween);
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            free.take().send(requests.get(), due);
        }
        return null;
    }

    private void receive(SelectionKey key, Selector selector) {
        Connection connection = (Connection) key.attachment();
        try {
            int status = connection.receive();
            if (status == Connection.NOT_YET) {
                return;
            }
            long took = System.nanoTime() - connection.due();
            micros.recordValue(Math.min(TimeUnit.NANOSECONDS.toMicros(took), LONGEST_MICROS));
            statuses.merge(status, 1L, Long::sum);
            if (connection.isLast()) {
                connection.close();
                connection = new Connection(server, selector);
            }
            free.add(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
