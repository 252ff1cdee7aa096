package io.keyledger.query.usetrail;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/**
 * The marks of a block as bytes, some two a use. Of each record in order: its position within the
 * block, how many uses it has, and of each use the place of its key among the block's keys, counted
 * from 1, or 0 without one, times two, and one more if it was refused; then, if it was, the place
 * of the reason among the block's reasons, from 0. All are numbers in groups of seven bits, the
 * lowest first, with the eighth bit set in all but the last (LEB128).
 */
final class UseMarks {

    private static final int GROUP_BITS = 7;
    private static final int GROUP = (1 << GROUP_BITS) - 1;
    private static final int MORE = 1 << GROUP_BITS;

    private UseMarks() {}

    static byte[] write(UseBlock block) {
        List<Integer> keys = block.keys();
        List<String> reasons = block.reasons();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        block.records()
                .forEach(
                        (position, uses) -> {
                            write(bytes, (int) (position - block.firstPosition()));
                            write(bytes, uses.size());
                            for (UseMark use : uses) {
                                write(bytes, key(use, keys) << 1 | (use.reason() == null ? 0 : 1));
                                if (use.reason() != null) {
                                    write(bytes, Collections.binarySearch(reasons, use.reason()));
                                }
                            }
                        });
        return bytes.toByteArray();
    }

    static UseBlock read(
            String workspace, long number, Integer[] keys, String[] reasons, byte[] bytes) {
        UseBlock block = new UseBlock(workspace, number, new TreeMap<>());
        Reader reader = new Reader(bytes);
        while (reader.hasMore()) {
            long position = block.firstPosition() + reader.next();
            int count = reader.next();
            List<UseMark> uses = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int use = reader.next();
                @Nullable Integer key = key(use) == 0 ? null : keys[key(use) - 1];
                uses.add(new UseMark(key, isRefused(use) ? reasons[reader.next()] : null));
            }
            block.add(position, uses);
        }
        return block;
    }

    /** The place of the key in what stands for a use, 0 without one. */
    static int key(int use) {
        return use >> 1;
    }

    static boolean isRefused(int use) {
        return (use & 1) != 0;
    }

    /** Keys and reasons are in order. */
    private static int key(UseMark use, List<Integer> keys) {
        return use.keyHash() == null ? 0 : Collections.binarySearch(keys, use.keyHash()) + 1;
    }

    private static void write(ByteArrayOutputStream bytes, int number) {
        int left = number;
        while (left > GROUP) {
            bytes.write(left & GROUP | MORE);
            left >>>= GROUP_BITS;
        }
        bytes.write(left);
    }

    static final class Reader {

        private final byte[] bytes;
        private int place;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean hasMore() {
            return place < bytes.length;
        }

        int next() {
            int number = 0;
            for (int shift = 0; ; shift += GROUP_BITS) {
                byte group = bytes[place++];
                number |= (group & GROUP) << shift;
                if (group >= 0) {
                    return number;
                }
            }
        }
    }
}
