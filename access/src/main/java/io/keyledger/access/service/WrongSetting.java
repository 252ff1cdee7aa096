package io.keyledger.access.service;

/** A setting has a value that cannot be used; the message names it. Nothing was touched. */
public final class WrongSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongSetting(String sentence) {
        super(sentence);
    }
}
