package io.keyledger.access.gate;

import static java.util.Objects.requireNonNull;

import io.keyledger.access.batch.GateSettings;
import io.keyledger.access.check.Overloaded;
import io.keyledger.access.gate.Place.Trust;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Where checks wait for their batch: in one lane those of known keys that come one by one, in
 * another those of strangers and suspects, and those that come many at once in a third. A batch
 * takes from the first lane first and leaves a quarter of its room to each of the others, so that
 * none waits for ever on another. Within a lane workspaces take turns, or networks: of strangers,
 * and of those who send many.
 *
 * <p>A full lane is full for whoever has most in it: his last check gives way to one of somebody
 * who has less. Of one suspicious network no more than {@value #MOST_OF_A_SUSPECT} wait at all.
 *
 * <p>For one thread at a time.
 */
final class Lanes {

    /** One in so many of a batch is for each of the other lanes. */
    private static final int SHARE = 4;

    static final int MOST_OF_A_SUSPECT = 64;

    private final FairLine known = new FairLine();
    private final FairLine others = new FairLine();
    private final FairLine many = new FairLine();
    private final int capacity;
    private final int maxBatch;

    Lanes(GateSettings settings) {
        capacity = settings.queueCapacity();
        maxBatch = settings.maxBatch();
    }

    /**
     * Puts a check in, or throws when there is no room.
     *
     * @return the one that had to give way, if one had
     */
    @Nullable Pending put(Pending pending, Place place) {
        List<Pending> gaveWay =
                place.isKnown() ? room(known, 1, place.party()) : roomAmongOthers(place);
        (place.isKnown() ? known : others).add(place.party(), pending);
        return gaveWay.isEmpty() ? null : gaveWay.getFirst();
    }

    /**
     * Puts all of them in, or throws and puts none in.
     *
     * @return those that had to give way
     */
    List<Pending> putAll(List<Pending> pendings, String party) {
        List<Pending> gaveWay = room(many, pendings.size(), party);
        pendings.forEach(each -> many.add(party, each));
        return gaveWay;
    }

    /** How many wait. */
    int size() {
        return oneByOne() + many.size();
    }

    /** How many of them came one by one. */
    int oneByOne() {
        return known.size() + others.size();
    }

    Stream<Pending> all() {
        return Stream.of(known, others, many).flatMap(FairLine::all);
    }

    /** Takes a batch out. */
    Batch take() {
        List<Pending> batch = new ArrayList<>();
        int share = maxBatch / SHARE;
        int forMany = Math.min(many.size(), share);
        int forOthers = Math.min(others.size(), share);
        move(known::next, batch, maxBatch - forMany - forOthers);
        move(others::next, batch, maxBatch - forMany);
        int oneByOne = batch.size();
        move(many::next, batch, maxBatch);
        return new Batch(batch, oneByOne);
    }

    private List<Pending> roomAmongOthers(Place place) {
        boolean suspicious = place.trust() == Trust.SUSPECT;
        if (suspicious && others.sizeOf(place.party()) >= MOST_OF_A_SUSPECT) {
            throw new Overloaded();
        }
        return room(others, 1, place.party());
    }

    /** Those that give way to so many of that party. */
    private List<Pending> room(FairLine line, int count, String party) {
        int missing = line.size() + count - capacity;
        if (missing <= 0) {
            return List.of();
        }
        int own = line.sizeOf(party) + count;
        if (line.beyond(own) < missing) {
            throw new Overloaded();
        }
        List<Pending> gaveWay = new ArrayList<>();
        while (gaveWay.size() < missing) {
            gaveWay.add(requireNonNull(line.giveUpOfLongerThan(own)));
        }
        return gaveWay;
    }

    private static void move(Supplier<@Nullable Pending> lane, List<Pending> batch, int upTo) {
        while (batch.size() < upTo) {
            Pending next = lane.get();
            if (next == null) {
                return;
            }
            batch.add(next);
        }
    }
}
