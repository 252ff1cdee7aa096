package io.keyledger.shared.proof;

/** Why something proves nothing: a stable code, and one sentence for people. */
public final class Unproven extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String sentence;

    Unproven(String code, String sentence) {
        super(code + ": " + sentence, null, false, false);
        this.code = code;
        this.sentence = sentence;
    }

    static Unproven malformed(String sentence) {
        return new Unproven("malformed", sentence);
    }

    public String code() {
        return code;
    }

    public String sentence() {
        return sentence;
    }
}
