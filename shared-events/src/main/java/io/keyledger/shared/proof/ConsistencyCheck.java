package io.keyledger.shared.proof;

import java.util.List;

/** Checks that a log was only appended to. */
final class ConsistencyCheck {

    private ConsistencyCheck() {}

    static List<Fact> facts(String text, VerifierKey key) {
        ConsistencyProof proof = ConsistencyProof.parse(text);
        Checkpoint older = Checkpoint.verified(proof.older(), key);
        Checkpoint newer = Checkpoint.verified(proof.newer(), key);
        if (!MerklePath.leads(
                older.size(), older.root(), newer.size(), newer.root(), proof.path())) {
            throw new Unproven(
                    "not-consistent",
                    "The path does not lead from the root at %d to the root at %d."
                            .formatted(older.size(), newer.size()));
        }
        return List.of(
                new Fact("Shown", "the log was only appended to"),
                new Fact("Log", newer.origin()),
                new Fact("From size", Long.toString(older.size())),
                new Fact("To size", Long.toString(newer.size())),
                new Fact("Root", Base64Text.of(newer.root())));
    }
}
