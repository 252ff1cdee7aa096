package io.keyledger.command.platform;

import org.jspecify.annotations.Nullable;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers what long streams had come to, so that of a stream with thousands of events only those
 * that came since are read. Short ones are read from their beginning each time; of the others the
 * least recently used are forgotten, and any when memory is scarce.
 *
 * <p>What is remembered never decides by itself: whoever uses it sees first that the event it ends
 * with is in the store, at its place. A stream only ever grows, and a store that was restored has a
 * beginning of what it had, so that then all before that event is as it was as well.
 */
final class LongStreams {

    /** So many events are read anew rather than remembered. */
    static final int SHORT = 64;

    private static final int MOST = 256;

    private final Map<String, SoftReference<Standing>> standings =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<String, SoftReference<Standing>> eldest) {
                    return size() > MOST;
                }
            };

    /** Where a stream stood; null if that is not remembered. */
    synchronized @Nullable Standing of(String stream) {
        SoftReference<Standing> remembered = standings.get(stream);
        return remembered == null ? null : remembered.get();
    }

    /** A stream was read and stands there; that is remembered if it took long to get there. */
    synchronized void learn(String stream, long sequence, Shell<?, ?> shell) {
        Standing before = of(stream);
        String lastEvent = shell.lastEvent();
        if (lastEvent != null && sequence - (before == null ? 0 : before.sequence()) >= SHORT) {
            Standing standing = new Standing(sequence, lastEvent, shell.copy());
            standings.put(stream, new SoftReference<>(standing));
        }
    }

    /** What was remembered is not what is in the store. */
    synchronized void forget(String stream) {
        standings.remove(stream);
    }

    /**
     * Where a stream stood.
     *
     * @param sequence the number of the last event
     * @param lastEvent its id
     */
    record Standing(long sequence, String lastEvent, Shell<?, ?> shell) {}
}
