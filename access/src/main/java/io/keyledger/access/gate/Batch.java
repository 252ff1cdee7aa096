package io.keyledger.access.gate;

import java.util.List;

/**
 * Checks that are decided on one snapshot.
 *
 * @param oneByOne how many of them came one by one; those that came many at once are the last
 */
record Batch(List<Pending> checks, int oneByOne) {

    boolean isEmpty() {
        return checks.isEmpty();
    }
}
