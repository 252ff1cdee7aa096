package io.keyledger.query.consistency;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.platform.Signals;
import io.keyledger.shared.record.ConsistencyToken;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/** Holds a read back until its views have seen what its answer must hold. */
@Component
public class ConsistencyGate {

    /** The request header with a token, as commands answer it. */
    public static final String HEADER = "Consistency-Token";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long FIRST_PAUSE_MILLIS = 1;
    private static final long LONGEST_PAUSE_MILLIS = 20;

    private final TokenPosition positions;
    private final ViewsAt viewsAt;
    private final Signals signals;
    private final Duration patience;

    @Autowired
    ConsistencyGate(TokenPosition positions, ViewsAt viewsAt, Signals signals) {
        this(positions, viewsAt, signals, PATIENCE);
    }

    ConsistencyGate(TokenPosition positions, ViewsAt viewsAt, Signals signals, Duration patience) {
        this.patience = patience;
        this.positions = positions;
        this.viewsAt = viewsAt;
        this.signals = signals;
    }

    /**
     * Waits until all views have seen the token's event.
     *
     * @throws ApiProblem 400 for what is no token, 410 for one of another incarnation of the store,
     *     503 {@code view-behind} when a view is not there in time
     */
    public void await(String token, Set<String> views) {
        ConsistencyToken parsed =
                ConsistencyToken.parse(token)
                        .orElseThrow(() -> ApiProblem.invalid(HEADER, "this is not a token"));
        await(views, () -> positions.find(parsed));
    }

    /**
     * Waits until all views have reached a position of the ledger.
     *
     * @throws ApiProblem 503 {@code view-behind} when a view is not there in time
     */
    public void await(long position, Set<String> views) {
        await(views, () -> OptionalLong.of(position));
    }

    private void await(Set<String> views, Supplier<OptionalLong> position) {
        long deadline = System.nanoTime() + patience.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        while (!haveReached(views, position.get())) {
            if (System.nanoTime() > deadline) {
                throw behind();
            }
            signals.hurry();
            sleep(pause);
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        }
    }

    private boolean haveReached(Set<String> views, OptionalLong position) {
        return position.isPresent() && viewsAt.haveReached(views, position.getAsLong());
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw behind();
        }
    }

    private static ApiProblem behind() {
        return new ApiProblem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "view-behind",
                        "What is read here has not caught up with the ledger; try again.")
                .with("Retry-After", "1");
    }
}
