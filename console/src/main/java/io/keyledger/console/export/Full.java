package io.keyledger.console.export;

import java.io.IOException;

/** A bound is reached; the sentence says to people which one, and what to do. */
final class Full extends IOException {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    Full(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
