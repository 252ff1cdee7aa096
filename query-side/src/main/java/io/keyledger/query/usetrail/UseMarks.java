package io.keyledger.query.usetrail;

import io.keyledger.query.compact.Compact;

import org.jspecify.annotations.Nullable;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/**
 * The marks of a block as bytes, some two or three a use, which point to the block's {@link
 * UseTerms}. First the outcomes that are more than allowed: how many, and of each the place of its
 * reason, counted from 1, or 0 without one, how many policies it has, and the place of each, from
 * 0. Then of each record in order: its position within the block, the microseconds from the block's
 * earliest use to its own decision, how many uses it has, and of each use one number: the place of
 * its key, from 1, or 0 without one, times four; two more if its address is not that of the use
 * before it in the record, or, of the first, if it has one; one more if it has an outcome. After
 * that number the place of the outcome, from 0, and the place of the address, from 1, or 0 without
 * one, each if it was said to be there. All are numbers as {@link Compact} writes them.
 */
final class UseMarks {

    static final int FLAG_BITS = 2;
    static final int OUTCOME = 1;
    static final int OTHER_ADDRESS = 2;

    private final UseBlock block;
    private final UseTerms terms;
    private final List<Outcome> outcomes;
    private final Compact bytes = new Compact();

    private UseMarks(UseBlock block, UseTerms terms) {
        this.block = block;
        this.terms = terms;
        this.outcomes = block.outcomes();
    }

    static byte[] write(UseBlock block, UseTerms terms) {
        return new UseMarks(block, terms).write();
    }

    static UseBlock read(String workspace, long number, UseTerms terms, byte[] bytes) {
        UseBlock block = new UseBlock(workspace, number, new TreeMap<>());
        MarksReader in = new MarksReader(number, terms, bytes);
        while (in.nextRecord()) {
            List<UseMark> uses = new ArrayList<>(in.left());
            while (in.left() > 0) {
                in.nextUse();
                uses.add(
                        new UseMark(
                                at(terms.keys(), in.key()),
                                in.outcomes().get(in.outcome()),
                                at(terms.addresses(), in.address())));
            }
            block.add(in.position(), new RecordMarks(in.decidedAt(), uses));
        }
        return block;
    }

    private byte[] write() {
        bytes.number(outcomes.size());
        outcomes.forEach(this::write);
        block.records().forEach(this::write);
        return bytes.toBytes();
    }

    private void write(Outcome outcome) {
        bytes.number(place(terms.reasons(), outcome.reason()));
        bytes.number(outcome.policies().size());
        for (var policy : outcome.policies()) {
            bytes.number(Collections.binarySearch(terms.policies(), policy));
        }
    }

    private void write(long position, RecordMarks record) {
        bytes.number(position - block.firstPosition());
        bytes.number(ChronoUnit.MICROS.between(terms.firstAt(), record.decidedAt()));
        bytes.number(record.uses().size());
        int last = 0;
        for (UseMark use : record.uses()) {
            int outcome = Collections.binarySearch(outcomes, use.outcome());
            int address = place(terms.addresses(), use.address());
            bytes.number(
                    (long) place(terms.keys(), use.keyHash()) << FLAG_BITS
                            | (address == last ? 0 : OTHER_ADDRESS)
                            | (outcome < 0 ? 0 : OUTCOME));
            if (outcome >= 0) {
                bytes.number(outcome);
            }
            if (address != last) {
                bytes.number(address);
            }
            last = address;
        }
    }

    /** Counted from 1; 0 for nothing. */
    private static <T extends Comparable<T>> int place(List<T> sorted, @Nullable T value) {
        return value == null ? 0 : Collections.binarySearch(sorted, value) + 1;
    }

    private static <T> @Nullable T at(List<T> values, int place) {
        return place == 0 ? null : values.get(place - 1);
    }
}
