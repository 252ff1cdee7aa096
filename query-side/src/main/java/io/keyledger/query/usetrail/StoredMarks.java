package io.keyledger.query.usetrail;

import io.keyledger.query.history.EntryNumber;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;

/**
 * A block's row as it is searched: a block may hold more than a hundred thousand uses, of which a
 * page wants some, so that no mark becomes an object.
 */
public final class StoredMarks {

    private final long number;
    private final UseTerms terms;
    private final byte[] uses;

    StoredMarks(long number, UseTerms terms, byte[] uses) {
        this.number = number;
        this.terms = terms;
        this.uses = uses;
    }

    public static StoredMarks read(ResultSet row) throws SQLException {
        return new StoredMarks(row.getLong("block"), UseTerms.read(row), row.getBytes("uses"));
    }

    /** The block's own number. */
    public long number() {
        return number;
    }

    /** The number that its first entry has, or would have. */
    public long firstEntry() {
        return EntryNumber.of(UseBlock.firstPosition(number), 0);
    }

    /** How large it is. */
    public int bytes() {
        return uses.length;
    }

    /** The last of the wanted entries before that one, no more than so many, in their order. */
    public long[] last(WantedMarks wanted, long before, int most) {
        MarksReader in = new MarksReader(number, terms, uses);
        boolean[] keys = wanted(terms.keys(), wanted::wantsKey, wanted.wantsNoKey());
        boolean[] addresses =
                wanted(terms.addresses(), wanted::wantsAddress, wanted.wantsNoAddress());
        boolean[] outcomes = new boolean[in.outcomes().size()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = wanted.wants(in.outcomes().get(i));
        }
        LastOnes found = new LastOnes(most);
        while (in.nextRecord()) {
            long entry = EntryNumber.of(in.position(), 0);
            if (entry >= before) {
                break;
            }
            boolean inTime = wanted.wantsTime(in.decidedAt());
            while (in.left() > 0) {
                in.nextUse();
                if (inTime
                        && entry < before
                        && keys[in.key()]
                        && outcomes[in.outcome()]
                        && addresses[in.address()]) {
                    found.add(entry);
                }
                entry++;
            }
        }
        return found.toArray();
    }

    /** By their places, which are counted from 1; 0 stands for none. */
    private static <T> boolean[] wanted(List<T> terms, Predicate<T> wants, boolean wantsNone) {
        boolean[] wanted = new boolean[terms.size() + 1];
        wanted[0] = wantsNone;
        for (int i = 0; i < terms.size(); i++) {
            wanted[i + 1] = wants.test(terms.get(i));
        }
        return wanted;
    }
}
