package io.keyledger.embedded;

import org.jspecify.annotations.Nullable;

/** Why nothing could be started, as one sentence for the person who tried. Nothing was damaged. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartFailure(String sentence) {
        this(sentence, null);
    }

    public StartFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
