package io.keyledger.shared.proof;

import java.util.List;

/** What came of checking a proof. */
public sealed interface Verdict {

    /**
     * Everything in it fits together and was signed by the key.
     *
     * @param facts what it shows, in order
     */
    record Proven(List<Fact> facts) implements Verdict {
        public Proven {
            facts = List.copyOf(facts);
        }
    }

    /**
     * It proves nothing.
     *
     * @param code stable, such as {@code bad-signature}
     */
    record NotProven(String code, String sentence) implements Verdict {}
}
