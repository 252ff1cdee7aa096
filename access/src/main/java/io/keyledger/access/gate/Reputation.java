package io.keyledger.access.gate;

import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.check.CallerRefused;
import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.check.CheckResult;
import io.keyledger.access.check.Decision;
import io.keyledger.access.check.DenyReason;
import io.keyledger.access.check.DirectCheck;
import io.keyledger.access.check.KeyHolder;
import io.keyledger.access.gate.Place.Trust;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.memory.HeapShare;
import io.keyledger.access.source.Source;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * What this node has seen of keys and networks, for their place in line alone: nothing is decided
 * by it. A key is known once it was found good. A network is suspicious for a while after it has
 * shown many keys that were none, or wrong secrets. One thread learns, any number ask.
 */
final class Reputation {

    /** Typing errors, and a deployment with an old key, are not an attack. */
    static final int TOLERATED = 10;

    static final Duration WINDOW = Duration.ofSeconds(10);

    private static final int MOST_KEYS = 200_000;
    private static final int BYTES_A_KEY = 128;
    private static final int PART_OF_KEYS = 16;
    private static final int MOST_NETWORKS = 10_000;
    private static final String NOWHERE = "nowhere";

    private final LongSupplier nanoTime;
    private final int mostKeys = HeapShare.things(BYTES_A_KEY, PART_OF_KEYS, MOST_KEYS);
    private final Map<String, String> workspaces = new ConcurrentHashMap<>();
    private volatile Map<String, Integer> refused = new ConcurrentHashMap<>();
    private volatile Map<String, Integer> refusedBefore = Map.of();
    private long windowEnds;

    Reputation(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.windowEnds = nanoTime.getAsLong() + WINDOW.toNanos();
    }

    Place placeOf(CheckRequest request) {
        String network = network(request);
        if (isSuspicious(network)) {
            return new Place(Trust.SUSPECT, network);
        }
        String workspace = workspace(request);
        return workspace == null
                ? new Place(Trust.STRANGER, network)
                : new Place(Trust.KNOWN, workspace);
    }

    void learn(List<CheckRequest> requests, List<CheckResult> results) {
        turnWindow();
        for (int i = 0; i < results.size(); i++) {
            switch (results.get(i)) {
                case CallerRefused refusal ->
                        learn(refusal.reason(), callerNetwork(requests.get(i)));
                case Decision decision -> {
                    learn(decision.reason(), network(requests.get(i)));
                    learn(decision.keyHolder());
                }
            }
        }
    }

    private void learn(@Nullable DenyReason reason, String network) {
        if (reason != null && reason.isGuess() && hasRoomFor(network)) {
            refused.merge(network, 1, Integer::sum);
        }
    }

    private boolean hasRoomFor(String network) {
        return refused.containsKey(network) || refused.size() < MOST_NETWORKS;
    }

    private void learn(@Nullable KeyHolder holder) {
        if (holder == null || workspaces.containsKey(holder.keyId())) {
            return;
        }
        if (workspaces.size() >= mostKeys) {
            workspaces.clear();
        }
        workspaces.put(holder.keyId(), holder.workspace());
    }

    private void turnWindow() {
        long now = nanoTime.getAsLong();
        if (now - windowEnds >= 0) {
            boolean justEnded = now - windowEnds < WINDOW.toNanos();
            refusedBefore = justEnded ? refused : Map.of();
            refused = new ConcurrentHashMap<>();
            windowEnds = now + WINDOW.toNanos();
        }
    }

    private boolean isSuspicious(String network) {
        return refused.getOrDefault(network, 0) > TOLERATED
                || refusedBefore.getOrDefault(network, 0) > TOLERATED;
    }

    private @Nullable String workspace(CheckRequest request) {
        PresentedKey key =
                switch (request) {
                    case DirectCheck direct -> direct.key();
                    case BehalfCheck behalf -> behalf.target();
                };
        return switch (key) {
            case PresentedKey.WellFormed(var text) -> workspaces.get(text.keyId());
            // Its signature was good: each person takes turns with workspaces.
            case PresentedKey.Token(var token) -> token.identity().toString();
            case PresentedKey.Malformed _, PresentedKey.RefusedToken _ -> null;
        };
    }

    /** Where the key was shown; of a gateway that does not say, the gateway's own. */
    private static String network(CheckRequest request) {
        return request.source().address() == null
                ? callerNetwork(request)
                : request.source().address().network();
    }

    /** Where the request itself came from. */
    static String callerNetwork(CheckRequest request) {
        Source source =
                switch (request) {
                    case DirectCheck direct -> direct.source();
                    case BehalfCheck behalf -> behalf.callerSource();
                };
        return source.address() == null ? NOWHERE : source.address().network();
    }
}
