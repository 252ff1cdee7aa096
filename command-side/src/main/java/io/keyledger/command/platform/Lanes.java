package io.keyledger.command.platform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;

/**
 * Where commands wait while others of their workspace are carried out. Those that came meanwhile go
 * next, together; nobody waits for more to come.
 */
final class Lanes {

    /** So many commands go together at most. */
    static final int MOST = 32;

    /** Those that wait, by workspace; there is none for a workspace where nobody is under way. */
    private final Map<String, Queue<Gathered>> waiting = new HashMap<>();

    /** Whether it goes at once, and whoever comes meanwhile waits for {@link #next}. */
    synchronized boolean enter(Gathered gathered) {
        Queue<Gathered> lane = waiting.get(gathered.workspace());
        if (lane == null) {
            waiting.put(gathered.workspace(), new ArrayDeque<>());
            return true;
        }
        lane.add(gathered);
        return false;
    }

    /** Whether it will not be called any more: it waits no longer. */
    synchronized boolean withdraw(Gathered gathered) {
        Queue<Gathered> lane = waiting.get(gathered.workspace());
        return lane != null && lane.remove(gathered);
    }

    /** Those who go next; if there are none, nobody is under way in the workspace any more. */
    synchronized List<Gathered> next(String workspace) {
        Queue<Gathered> lane = Objects.requireNonNull(waiting.get(workspace));
        List<Gathered> group = new ArrayList<>();
        while (!lane.isEmpty() && group.size() < MOST) {
            group.add(lane.remove());
        }
        if (group.isEmpty()) {
            waiting.remove(workspace);
        }
        return group;
    }

    /** Those who wait where nobody will call them; whoever comes next goes at once. */
    synchronized Queue<Gathered> abandon(String workspace) {
        Queue<Gathered> lane = waiting.remove(workspace);
        return lane == null ? new ArrayDeque<>() : lane;
    }
}
