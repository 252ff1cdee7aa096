package io.keyledger.query.bundle;

/** How many keys a place has. */
record Size<P>(P place, long keys) {

    static <P> Size<P> ofNone(P place) {
        return new Size<>(place, 0);
    }

    Size<P> plus(long more) {
        return new Size<>(place, keys + more);
    }

    int bits() {
        return Spread.bits(keys);
    }
}
