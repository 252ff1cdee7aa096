package io.keyledger.query.usetrail;

import io.keyledger.query.compact.CompactReader;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Goes through the bytes of a block (see {@link UseMarks}) record by record and use by use, and
 * makes no object of a use. What a use has is told by its place in lists: of outcomes, 0 is the
 * plain allowed one; of keys and addresses, 0 is none.
 */
final class MarksReader {

    private final CompactReader in;
    private final long firstPosition;
    private final UseTerms terms;
    private final List<Outcome> outcomes = new ArrayList<>();
    private long position;
    private long micros;
    private int left;
    private int key;
    private int outcome;
    private int address;

    MarksReader(long block, UseTerms terms, byte[] bytes) {
        this.in = new CompactReader(bytes);
        this.firstPosition = UseBlock.firstPosition(block);
        this.terms = terms;
        outcomes.add(Outcome.ALLOWED);
        for (long count = in.number(); count > 0; count--) {
            outcomes.add(readOutcome());
        }
    }

    private Outcome readOutcome() {
        int reason = (int) in.number();
        List<UUID> policies = new ArrayList<>();
        for (long count = in.number(); count > 0; count--) {
            policies.add(terms.policies().get((int) in.number()));
        }
        return new Outcome(reason == 0 ? null : terms.reasons().get(reason - 1), policies);
    }

    /** By their places. */
    List<Outcome> outcomes() {
        return outcomes;
    }

    /** Goes on to the next record, whatever is left of this one's uses having been read. */
    boolean nextRecord() {
        if (!in.hasMore()) {
            return false;
        }
        position = firstPosition + in.number();
        micros = in.number();
        left = (int) in.number();
        address = 0;
        return true;
    }

    long position() {
        return position;
    }

    Instant decidedAt() {
        return terms.firstAt().plus(micros, ChronoUnit.MICROS);
    }

    /** How many uses the record has that were not read. */
    int left() {
        return left;
    }

    void nextUse() {
        long use = in.number();
        key = (int) (use >> UseMarks.FLAG_BITS);
        outcome = (use & UseMarks.OUTCOME) == 0 ? 0 : (int) in.number() + 1;
        if ((use & UseMarks.OTHER_ADDRESS) != 0) {
            address = (int) in.number();
        }
        left--;
    }

    int key() {
        return key;
    }

    int outcome() {
        return outcome;
    }

    int address() {
        return address;
    }
}
