package io.keyledger.command.platform;

import org.jspecify.annotations.Nullable;

/**
 * Makes a command's answer within the command's own transaction, so that what it writes there is
 * kept exactly when the command is. It is asked again for every try.
 */
@FunctionalInterface
public interface Answering<A> {

    /** The answer that is there already, with which the command is not carried out; or null. */
    default @Nullable A already() {
        return null;
    }

    /** After everything was written, and before it is committed. */
    A answer(Outcome outcome);
}
