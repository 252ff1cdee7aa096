package io.keyledger.query.bundle;

/** How many keys a place has. */
record Size<P>(P place, long keys) {

    int bits() {
        return Spread.bits(keys);
    }
}
