package io.keyledger.console.bulk;

import io.keyledger.client.KeyledgerProblem;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Those of what was chosen that are still there. */
final class Found {

    private static final int NOT_FOUND = 404;

    private Found() {}

    /** All before anything is written, since a read after a write waits for it. */
    static <T> List<T> of(List<Chosen> chosen, Function<UUID, T> find) {
        List<T> found = new ArrayList<>();
        for (Chosen each : chosen) {
            try {
                found.add(find.apply(each.id()));
            } catch (KeyledgerProblem problem) {
                if (problem.status() != NOT_FOUND) {
                    throw problem;
                }
            }
        }
        return found;
    }
}
