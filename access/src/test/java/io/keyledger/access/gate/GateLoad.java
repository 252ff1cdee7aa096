package io.keyledger.access.gate;

import static io.keyledger.access.gate.Checks.directFrom;

import io.keyledger.access.check.DirectCheck;
import io.keyledger.access.fixture.Fixture;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.testsupport.ScratchDatabase;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

/** How many checks a gate answers per second: {@code GateLoad <threads> <seconds>}. */
final class GateLoad {

    private GateLoad() {}

    public static void main(String[] args) {
        int threads = Integer.parseInt(args[0]);
        int seconds = Integer.parseInt(args[1]);
        try (Fixture fixture = new Fixture(ScratchDatabase.createDurable());
                CheckGate gate = fixture.gate()) {
            List<DirectCheck> checks = checks(fixture);
            run(gate, checks, threads, 3);
            GateStats before = gate.stats();
            long answered = run(gate, checks, threads, seconds);
            long batches = gate.stats().batches() - before.batches();
            System.out.printf(
                    "%d threads: %d checks/s, %d batches/s, %.1f checks per batch%n",
                    threads, answered / seconds, batches / seconds, (double) answered / batches);
        }
        System.exit(0);
    }

    private static List<DirectCheck> checks(Fixture fixture) {
        fixture.workspace("acme");
        UUID group = fixture.group("acme", fixture.role("acme", "catalog.*:view"));
        List<DirectCheck> checks = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            UUID user = fixture.user("acme", fixture.role("acme", "a:b", "c:d"));
            fixture.join(user, group);
            PresentedKey key = new PresentedKey.WellFormed(fixture.key(user));
            checks.add(directFrom("192.0.2." + i, key, "catalog.assets:view"));
        }
        return checks;
    }

    private static long run(CheckGate gate, List<DirectCheck> checks, int threads, int seconds) {
        AtomicLong answered = new AtomicLong();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Callable<Boolean>> callers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int offset = i;
            callers.add(
                    () -> {
                        for (int n = offset; System.nanoTime() < end; n++) {
                            if (!gate.check(checks.get(n % checks.size())).allowed()) {
                                throw new IllegalStateException("refused");
                            }
                            answered.incrementAndGet();
                        }
                        return true;
                    });
        }
        Concurrently.call(callers);
        return answered.get();
    }
}
