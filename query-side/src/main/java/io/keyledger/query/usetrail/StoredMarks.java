package io.keyledger.query.usetrail;

import io.keyledger.query.compact.CompactReader;
import io.keyledger.query.history.EntryNumber;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A block's row as it is searched: a block may hold more than a hundred thousand uses, of which a
 * page wants some, so that no mark becomes an object.
 */
public final class StoredMarks {

    private final long number;
    private final Integer[] keys;
    private final String[] reasons;
    private final byte[] uses;

    StoredMarks(long number, Integer[] keys, String[] reasons, byte[] uses) {
        this.number = number;
        this.keys = keys;
        this.reasons = reasons;
        this.uses = uses;
    }

    public static StoredMarks read(ResultSet row) throws SQLException {
        return new StoredMarks(
                row.getLong("block"),
                (Integer[]) row.getArray("keys").getArray(),
                (String[]) row.getArray("reasons").getArray(),
                row.getBytes("uses"));
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
        boolean[] keyWanted = keysWanted(wanted);
        boolean[] reasonWanted = reasonsWanted(wanted);
        boolean allowedWanted = wanted.wantsAllowed();
        LastOnes found = new LastOnes(most);
        CompactReader in = new CompactReader(uses);
        while (in.hasMore()) {
            long position = UseBlock.firstPosition(number) + in.number();
            long count = in.number();
            long first = EntryNumber.of(position, 0);
            if (first >= before) {
                break;
            }
            for (long entry = first; entry < first + count; entry++) {
                int use = (int) in.number();
                boolean passes =
                        UseMarks.isRefused(use) ? reasonWanted[(int) in.number()] : allowedWanted;
                if (passes && keyWanted[UseMarks.key(use)] && entry < before) {
                    found.add(entry);
                }
            }
        }
        return found.toArray();
    }

    /** By the numbers that marks have for keys, 0 for none. */
    private boolean[] keysWanted(WantedMarks wanted) {
        boolean[] passes = new boolean[keys.length + 1];
        passes[0] = wanted.wants(null);
        for (int i = 0; i < keys.length; i++) {
            passes[i + 1] = wanted.wants(keys[i]);
        }
        return passes;
    }

    private boolean[] reasonsWanted(WantedMarks wanted) {
        boolean[] passes = new boolean[reasons.length];
        for (int i = 0; i < reasons.length; i++) {
            passes[i] = wanted.wantsRefused(reasons[i]);
        }
        return passes;
    }
}
