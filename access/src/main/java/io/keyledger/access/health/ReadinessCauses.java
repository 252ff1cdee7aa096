package io.keyledger.access.health;

import java.util.List;

/** Knows a part of what a node needs in order to be ready. */
@FunctionalInterface
public interface ReadinessCauses {

    /** Stable names, in kebab case, of what is amiss; empty when all is well. Answers soon. */
    List<String> causes();
}
