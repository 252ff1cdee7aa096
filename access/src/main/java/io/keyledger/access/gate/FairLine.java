package io.keyledger.access.gate;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Checks in line by party. Parties take turns, so that a long line of one delays no other. */
final class FairLine {

    /** In the order of their turns. */
    private final Map<String, Deque<Pending>> byParty = new LinkedHashMap<>();

    private int size;

    int size() {
        return size;
    }

    Stream<Pending> all() {
        return byParty.values().stream().flatMap(Deque::stream);
    }

    int sizeOf(String party) {
        Deque<Pending> line = byParty.get(party);
        return line == null ? 0 : line.size();
    }

    void add(String party, Pending pending) {
        byParty.computeIfAbsent(party, _ -> new ArrayDeque<>()).addLast(pending);
        size++;
    }

    /** The first one of the party whose turn it is; null if nobody waits. */
    @Nullable Pending next() {
        if (byParty.isEmpty()) {
            return null;
        }
        Map.Entry<String, Deque<Pending>> turn = byParty.entrySet().iterator().next();
        byParty.remove(turn.getKey());
        Deque<Pending> line = turn.getValue();
        Pending first = line.removeFirst();
        if (!line.isEmpty()) {
            byParty.put(turn.getKey(), line);
        }
        size--;
        return first;
    }

    /** How many there are in lines longer than the given length, beyond that length. */
    int beyond(int length) {
        return byParty.values().stream().mapToInt(line -> Math.max(0, line.size() - length)).sum();
    }

    /** Takes the last one of the longest line out, if that is longer than the given length. */
    @Nullable Pending giveUpOfLongerThan(int length) {
        Map.Entry<String, Deque<Pending>> longest = null;
        for (Map.Entry<String, Deque<Pending>> party : byParty.entrySet()) {
            if (longest == null || party.getValue().size() > longest.getValue().size()) {
                longest = party;
            }
        }
        if (longest == null || longest.getValue().size() <= length) {
            return null;
        }
        Pending last = longest.getValue().removeLast();
        if (longest.getValue().isEmpty()) {
            byParty.remove(longest.getKey());
        }
        size--;
        return last;
    }
}
