package io.keyledger.query.merkle;

/** There is no key to sign checkpoints with, or it cannot be read; the message names the file. */
public final class UnusableSigningKey extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableSigningKey(String sentence) {
        super(sentence);
    }
}
