package io.keyledger.console.export;

import java.util.HashMap;
import java.util.Map;

/**
 * How many tables are written at once, and how much of them is kept, by each person and by all
 * together, whatever sessions they have.
 */
final class Room {

    private static final int MEGABYTE = 1 << 20;

    /**
     * @param running by all at once
     * @param runningOfOne by a person at once
     * @param bytes kept of all, compressed
     * @param bytesOfOne kept of a person, compressed
     */
    record Bounds(int running, int runningOfOne, long bytes, long bytesOfOne) {

        private static final int RUNNING = 20;
        private static final int RUNNING_OF_ONE = 2;

        /** One person leaves half of it to others. */
        static Bounds of(long bytes) {
            return new Bounds(RUNNING, RUNNING_OF_ONE, bytes, bytes / 2);
        }
    }

    private record Held(int running, long bytes) {

        static final Held NOTHING = new Held(0, 0);

        Held plus(int moreRunning, long moreBytes) {
            return new Held(running + moreRunning, bytes + moreBytes);
        }
    }

    private final Bounds bounds;
    private final Map<String, Held> byPerson = new HashMap<>();
    private Held all = Held.NOTHING;

    Room(Bounds bounds) {
        this.bounds = bounds;
    }

    /** A place for one more table of a person, which is being written. */
    synchronized Place enter(String person) throws Full {
        if (held(person).running() >= bounds.runningOfOne()) {
            throw new Full(
                    "%d of your exports are being written. Cancel one, or wait until it is complete"
                            .formatted(bounds.runningOfOne()));
        }
        if (all.running() >= bounds.running()) {
            throw new Full("Too many people export at the moment. Try again in a minute");
        }
        change(person, 1, 0);
        return new Place(person);
    }

    private Held held(String person) {
        return byPerson.getOrDefault(person, Held.NOTHING);
    }

    private synchronized void take(String person, long bytes) throws Full {
        if (held(person).bytes() + bytes > bounds.bytesOfOne()) {
            throw new Full(
                    ("Your exports together came to more than the %,d MB (compressed) that are kept"
                                    + " for one person. Remove those that you have downloaded, or"
                                    + " ask for less, such as one month after the other. Over the"
                                    + " API the trail is as long as it is")
                            .formatted(bounds.bytesOfOne() / MEGABYTE));
        }
        if (all.bytes() + bytes > bounds.bytes()) {
            throw new Full(
                    "The console has no room left for exports just now. Remove those that you have"
                            + " downloaded, or try again later");
        }
        change(person, 0, bytes);
    }

    private synchronized void change(String person, int running, long bytes) {
        all = all.plus(running, bytes);
        Held now = held(person).plus(running, bytes);
        if (now.equals(Held.NOTHING)) {
            byPerson.remove(person);
        } else {
            byPerson.put(person, now);
        }
    }

    /** What one table takes. */
    final class Place {

        private final String person;

        private Place(String person) {
            this.person = person;
        }

        void take(long bytes) throws Full {
            Room.this.take(person, bytes);
        }

        void giveBack(long bytes) {
            change(person, 0, -bytes);
        }

        /** It is not written any more. */
        void rest() {
            change(person, -1, 0);
        }
    }
}
