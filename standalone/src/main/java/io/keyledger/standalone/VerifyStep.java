package io.keyledger.standalone;

import io.keyledger.shared.proof.ProofFile;
import io.keyledger.shared.proof.Unproven;
import io.keyledger.shared.proof.Verdict;
import io.keyledger.shared.proof.VerifierKey;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Checks a proof file with a key, and nothing else: no data, no server, no network. */
final class VerifyStep {

    static final String NAME = "verify";

    private static final int PROVEN = 0;
    private static final int NOT_PROVEN = 1;
    private static final int UNUSABLE = 2;
    private static final int ARGUMENTS = 3;
    private static final String USAGE = "Usage: keyledger verify FILE --key KEY";

    private VerifyStep() {}

    /** What the process ends with: 0 it proves, 1 it does not, 2 it cannot be tried. */
    static int run(List<String> arguments, Console console) {
        if (arguments.size() != ARGUMENTS || !arguments.get(1).equals("--key")) {
            console.complain(USAGE);
            return UNUSABLE;
        }
        String text = read(arguments.getFirst());
        if (text == null) {
            console.complain("The file " + arguments.getFirst() + " cannot be read.");
            return UNUSABLE;
        }
        try {
            return tell(ProofFile.check(text, VerifierKey.parse(arguments.get(2))), console);
        } catch (Unproven wrongKey) {
            console.complain(wrongKey.sentence());
            return UNUSABLE;
        }
    }

    private static int tell(Verdict verdict, Console console) {
        return switch (verdict) {
            case Verdict.Proven proven -> {
                proven.facts().forEach(fact -> console.say(fact.name() + ": " + fact.value()));
                yield PROVEN;
            }
            case Verdict.NotProven not -> {
                console.complain("Not proven (" + not.code() + "): " + not.sentence());
                yield NOT_PROVEN;
            }
        };
    }

    private static @Nullable String read(String file) {
        try {
            Path path = Path.of(file);
            // Longer than any proof, it is not read to its end.
            return Files.size(path) > 2L * ProofFile.MAX_CHARACTERS
                    ? null
                    : new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException _) {
            return null;
        }
    }
}
