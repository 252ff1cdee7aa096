package io.keyledger.console.deadletter;

import io.keyledger.client.api.DeadLetters.DeadLetter;
import io.keyledger.console.page.Typed;
import io.keyledger.console.timeline.PageOf;

import org.jspecify.annotations.Nullable;

/**
 * A dead letter in a line.
 *
 * @param subject where that is which the entry is about; null if it has no page
 * @param byId whether its stream has an id, and not a name or the like
 */
record Row(DeadLetter letter, @Nullable PageOf subject, boolean byId) {

    static Row of(DeadLetter letter) {
        boolean byId = Typed.isId(letter.stream());
        int kindEnds = letter.type().indexOf('.');
        return new Row(
                letter,
                byId && kindEnds > 0
                        ? PageOf.of(letter.type().substring(0, kindEnds), letter.stream())
                        : null,
                byId);
    }
}
