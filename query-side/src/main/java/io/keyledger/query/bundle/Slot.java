package io.keyledger.query.bundle;

/** Where a bundle stands. */
record Slot<P>(P place, int bundle) {

    static <P> Slot<P> of(Bundle<P, ?> bundle) {
        return new Slot<>(bundle.place(), bundle.number());
    }

    static <P> Slot<P> of(P place, String keyId, int bits) {
        return new Slot<>(place, Spread.bundle(keyId, bits));
    }
}
