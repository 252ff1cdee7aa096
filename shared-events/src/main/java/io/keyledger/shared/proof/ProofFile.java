package io.keyledger.shared.proof;

import java.util.List;

/** Checks a file that proves something, whichever of the two kinds it is. */
public final class ProofFile {

    /** Larger files are not looked at. */
    public static final int MAX_CHARACTERS = 4 << 20;

    private ProofFile() {}

    /** Checks it with the key that its checkpoints must be signed by. */
    public static Verdict check(String text, VerifierKey key) {
        try {
            return new Verdict.Proven(facts(text, key));
        } catch (Unproven reason) {
            return new Verdict.NotProven(reason.code(), reason.sentence());
        }
    }

    private static List<Fact> facts(String text, VerifierKey key) {
        if (text.length() > MAX_CHARACTERS) {
            throw Unproven.malformed("The file is larger than any proof.");
        }
        if (text.startsWith(EntryProof.FORM + "\n")) {
            return EntryCheck.facts(text, key);
        }
        if (text.startsWith(ConsistencyProof.FORM + "\n")) {
            return ConsistencyCheck.facts(text, key);
        }
        throw Unproven.malformed(
                "The file does not begin with \"%s\" or \"%s\"."
                        .formatted(EntryProof.FORM, ConsistencyProof.FORM));
    }
}
