package io.keyledger.command.platform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where commands wait for others of their workspace to be done: those that came meanwhile go next,
 * together. Nobody waits for more to come.
 */
final class Lanes {

    /** So many units of work of one workspace at once. */
    private static final int ABREAST = 2;

    private static final int MOST = 32;

    private final Map<String, Lane> lanes = new HashMap<>();

    /** Whether it goes at once; otherwise it is told when it is its turn, or done. */
    synchronized boolean enter(Gathered gathered) {
        Lane lane = lanes.computeIfAbsent(gathered.workspace(), _ -> new Lane());
        if (lane.underWay < ABREAST) {
            lane.underWay++;
            return true;
        }
        lane.waiting.add(gathered);
        return false;
    }

    /** Makes room for those who wait; the first of them leads. */
    synchronized void leave(String workspace) {
        Lane lane = lanes.get(workspace);
        if (lane == null) {
            throw new IllegalStateException("nobody is under way");
        }
        if (lane.waiting.isEmpty()) {
            lane.underWay--;
            if (lane.underWay == 0) {
                lanes.remove(workspace);
            }
        } else {
            List<Gathered> group = lane.next();
            group.getFirst().lead(group);
        }
    }

    private static final class Lane {

        private final Deque<Gathered> waiting = new ArrayDeque<>();
        private int underWay;

        /** In the order they came, and of each stream only one. */
        private List<Gathered> next() {
            List<Gathered> group = new ArrayList<>();
            Set<String> streams = new HashSet<>();
            for (Iterator<Gathered> each = waiting.iterator();
                    each.hasNext() && group.size() < MOST; ) {
                Gathered gathered = each.next();
                if (streams.add(gathered.stream())) {
                    group.add(gathered);
                    each.remove();
                }
            }
            return group;
        }
    }
}
