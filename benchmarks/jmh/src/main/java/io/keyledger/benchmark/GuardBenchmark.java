package io.keyledger.benchmark;

import io.keyledger.shared.policy.Cidr;
import io.keyledger.shared.policy.WeeklyHours;
import io.keyledger.shared.policy.WeeklyWindow;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Guards of a policy: of twenty networks the last one holds the address; a week has one window. */
@State(Scope.Thread)
public class GuardBenchmark {

    private static final int NETWORKS = 20;

    private final List<Cidr> networks =
            IntStream.rangeClosed(1, NETWORKS)
                    .mapToObj(i -> Cidr.parse("10." + i + ".0.0/16").orElseThrow())
                    .toList();
    private final WeeklyHours hours =
            WeeklyHours.of(
                            new WeeklyWindow(
                                    List.of("monday", "wednesday", "friday"),
                                    "08:00",
                                    "18:00",
                                    "Europe/Berlin"))
                    .orElseThrow();
    private final Instant wednesday = Instant.parse("2026-11-25T10:00:00Z");
    private InetAddress address;

    @Setup
    public void prepare() throws UnknownHostException {
        address = InetAddress.getByAddress(new byte[] {10, NETWORKS, 3, 4});
    }

    @Benchmark
    public boolean network() {
        for (Cidr network : networks) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }

    @Benchmark
    public boolean weeklyHours() {
        return hours.contains(wednesday);
    }
}
