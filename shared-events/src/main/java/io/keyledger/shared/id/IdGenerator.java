package io.keyledger.shared.id;

import java.util.UUID;

/** Gives ids that were never given before. */
@FunctionalInterface
public interface IdGenerator {

    UUID next();
}
