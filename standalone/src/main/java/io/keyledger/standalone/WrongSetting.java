package io.keyledger.standalone;

/** A setting has a value that cannot be used; the message names it. Nothing was touched. */
final class WrongSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongSetting(String sentence) {
        super(sentence);
    }
}
