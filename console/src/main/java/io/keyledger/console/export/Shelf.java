package io.keyledger.console.export;

import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The exports of somebody who is signed in, newest first. It is in the session and nowhere else, so
 * that no other session can find them, and they end with it.
 */
final class Shelf implements HttpSessionBindingListener {

    static final int MOST_KEPT = 10;

    private final Object owner;
    private final Room room;
    private final Duration kept;
    private final List<Export> exports = new CopyOnWriteArrayList<>();
    private boolean closed;

    /**
     * @param owner who is signed in
     * @param kept how long an export is kept once it is over
     */
    Shelf(Object owner, Room room, Duration kept) {
        this.owner = owner;
        this.room = room;
        this.kept = kept;
    }

    /** Whoever signs in anew in the same session is somebody else. */
    boolean isOf(Object other) {
        return owner == other;
    }

    /**
     * Begins another one; of those that are over, the oldest make room for it.
     *
     * @param person whose it is, whatever sessions he has
     * @throws Full if too many are running
     */
    synchronized Export start(Wanted wanted, Table table, String person) throws IOException {
        if (closed) {
            throw new Full("Your session is over. Sign in again");
        }
        Export export = started(wanted, table, room.enter(person));
        List<Export> all = exports;
        export.after(kept, () -> remove(all, export));
        all.addFirst(export);
        all.stream()
                .skip(MOST_KEPT)
                .filter(each -> each.state() != Export.State.RUNNING)
                .forEach(each -> remove(all, each));
        return export;
    }

    private static Export started(Wanted wanted, Table table, Room.Place place) throws IOException {
        try {
            return Export.start(wanted, table, place);
        } catch (IOException failure) {
            place.rest();
            throw failure;
        }
    }

    List<Export> all() {
        return List.copyOf(exports);
    }

    Optional<Export> find(String ws, UUID id) {
        return exports.stream()
                .filter(each -> each.id().equals(id) && each.wanted().ws().equals(ws))
                .findFirst();
    }

    void remove(Export export) {
        remove(exports, export);
    }

    /** Without this, which knows the visitor's key: it is asked for long after his session. */
    private static void remove(List<Export> exports, Export export) {
        exports.remove(export);
        export.remove();
    }

    /** The session is over, or somebody else's. */
    @Override
    public synchronized void valueUnbound(HttpSessionBindingEvent event) {
        close();
    }

    synchronized void close() {
        closed = true;
        List.copyOf(exports).forEach(this::remove);
    }
}
