package io.keyledger.console.comparison;

import io.keyledger.console.timeline.Difference;
import io.keyledger.console.timeline.Sentences.Sentence;

import org.jspecify.annotations.Nullable;

/**
 * A field that is another one at two moments.
 *
 * @param before null if it was not there
 * @param after null if it is no longer there
 * @param cause the last change that made it so
 */
public record Turned(
        String field, @Nullable String before, @Nullable String after, Sentence cause) {

    /** The field as people call it. */
    public String words() {
        return Difference.words(field);
    }

    /** The same after a further change of it. */
    Turned then(Turned later) {
        return new Turned(field, before, later.after, later.cause);
    }
}
