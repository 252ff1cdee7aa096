package io.keyledger.query.merkle;

/** Hashes of a log as C2SP tlog-tiles arranges them. */
@FunctionalInterface
public interface Tiles {

    /** How many hashes a full tile has. */
    int WIDTH = 256;

    /**
     * The first hashes of a tile, of which there are so many at least: at level 0 of leaves, at
     * level n of full subtrees of 256^n leaves.
     *
     * @throws LogDamaged if one is missing
     */
    byte[][] first(int width, int level, long tile);
}
