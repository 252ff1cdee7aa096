package io.keyledger.access.health;

import java.util.List;

/** Knows of something that a person has to look at, though the node does its work. */
@FunctionalInterface
public interface HealthWarnings {

    /** Stable names, in kebab case; empty when there is nothing. Answers soon. */
    List<String> warnings();
}
