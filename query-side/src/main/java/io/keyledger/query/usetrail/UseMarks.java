package io.keyledger.query.usetrail;

import io.keyledger.query.compact.Compact;
import io.keyledger.query.compact.CompactReader;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/**
 * The marks of a block as bytes, some two a use. Of each record in order: its position within the
 * block, how many uses it has, and of each use the place of its key among the block's keys, counted
 * from 1, or 0 without one, times two, and one more if it was refused; then, if it was, the place
 * of the reason among the block's reasons, from 0. All are numbers as {@link Compact} writes them.
 */
final class UseMarks {

    private UseMarks() {}

    static byte[] write(UseBlock block) {
        List<Integer> keys = block.keys();
        List<String> reasons = block.reasons();
        Compact bytes = new Compact();
        block.records()
                .forEach(
                        (position, uses) -> {
                            bytes.number(position - block.firstPosition());
                            bytes.number(uses.size());
                            for (UseMark use : uses) {
                                bytes.number(key(use, keys) << 1 | (use.reason() == null ? 0 : 1));
                                if (use.reason() != null) {
                                    bytes.number(Collections.binarySearch(reasons, use.reason()));
                                }
                            }
                        });
        return bytes.toBytes();
    }

    static UseBlock read(
            String workspace, long number, Integer[] keys, String[] reasons, byte[] bytes) {
        UseBlock block = new UseBlock(workspace, number, new TreeMap<>());
        CompactReader reader = new CompactReader(bytes);
        while (reader.hasMore()) {
            long position = block.firstPosition() + reader.number();
            int count = (int) reader.number();
            List<UseMark> uses = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int use = (int) reader.number();
                @Nullable Integer key = key(use) == 0 ? null : keys[key(use) - 1];
                uses.add(new UseMark(key, isRefused(use) ? reasons[(int) reader.number()] : null));
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
}
