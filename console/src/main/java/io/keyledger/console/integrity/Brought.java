package io.keyledger.console.integrity;

import io.keyledger.console.page.Typed;
import io.keyledger.shared.proof.Fact;
import io.keyledger.shared.proof.ProofFile;
import io.keyledger.shared.proof.Unproven;
import io.keyledger.shared.proof.Verdict;
import io.keyledger.shared.proof.VerifierKey;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What came of checking a file that somebody brought.
 *
 * @param why it proves nothing; null if it does
 * @param facts what it shows
 */
record Brought(@Nullable String why, List<Fact> facts) {

    /** The file as a form sends it: with other line ends, perhaps without the last. */
    static Brought of(@Nullable String file, @Nullable String key) {
        try {
            return of(ProofFile.check(Typed.text(file) + "\n", VerifierKey.parse(Typed.text(key))));
        } catch (Unproven wrongKey) {
            return new Brought(wrongKey.sentence(), List.of());
        }
    }

    private static Brought of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Proven proven -> new Brought(null, proven.facts());
            case Verdict.NotProven not -> new Brought(not.sentence(), List.of());
        };
    }
}
