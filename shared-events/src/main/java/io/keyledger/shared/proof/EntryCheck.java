package io.keyledger.shared.proof;

import io.keyledger.shared.ledger.LeafFields;
import io.keyledger.shared.ledger.RecordKind;
import io.keyledger.shared.record.MerkleTree;
import io.keyledger.shared.record.Sha256;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Checks that an entry is in a log: checkpoint, then leaf, then what leads to the leaf. */
final class EntryCheck {

    private EntryCheck() {}

    static List<Fact> facts(String text, VerifierKey key) {
        EntryProof proof = EntryProof.parse(text);
        Checkpoint checkpoint = Checkpoint.verified(proof.note(), key);
        byte[] leaf = proof.evidence().leaf();
        byte[] root =
                MerklePath.root(
                        proof.index(), checkpoint.size(), MerkleTree.leafHash(leaf), proof.path());
        if (root == null || !checkpoint.hasRoot(root)) {
            throw new Unproven(
                    "not-in-the-log",
                    "Leaf, index and path do not lead to the checkpoint's root: one of them was"
                            + " changed, or the entry is not in the log.");
        }
        LeafFields fields = fields(leaf);
        mustBeOf(checkpoint, fields);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Shown", "the entry is in the log"));
        facts.add(new Fact("Log", checkpoint.origin()));
        facts.add(new Fact("Leaf", proof.index() + " of " + checkpoint.size()));
        facts.addAll(content(fields, proof.evidence()));
        return facts;
    }

    private static LeafFields fields(byte[] leaf) {
        try {
            return LeafFields.read(leaf);
        } catch (IllegalArgumentException _) {
            throw Unproven.malformed("The evidence's leaf is not of a form known here.");
        }
    }

    /** An origin of ours names the workspace; a leaf of another has no place in its log. */
    private static void mustBeOf(Checkpoint checkpoint, LeafFields fields) {
        LogOrigin.parse(checkpoint.origin())
                .filter(origin -> !origin.workspace().equals(fields.workspace()))
                .ifPresent(
                        origin -> {
                            throw new Unproven(
                                    "another-workspace",
                                    "The entry is of the workspace %s, the log of %s."
                                            .formatted(fields.workspace(), origin.workspace()));
                        });
    }

    private static List<Fact> content(LeafFields fields, EntryEvidence evidence) {
        EntryEvidence.ChangeEvidence change = evidence.change();
        EntryEvidence.UseEvidence use = evidence.use();
        if (change != null && fields.kind() == RecordKind.CHANGE) {
            mustHash(fields.hasMetadataHash(Sha256.of(change.metadata())), "metadata");
            byte[] payload = change.payload();
            mustHash(payload == null || fields.hasContentHash(Sha256.of(payload)), "payload");
            return EntryFacts.ofChange(fields, change);
        }
        if (use != null && fields.kind() == RecordKind.USES) {
            byte[] content = element(use, 0, use.header(), use.headerPath());
            mustHash(fields.hasContentHash(content), "header");
            byte[] same = element(use, use.index() + 1, use.use(), use.usePath());
            mustHash(Arrays.equals(content, same), "use");
            return EntryFacts.ofUse(fields, use);
        }
        throw Unproven.malformed("The evidence is not of the kind that its leaf is.");
    }

    private static byte[] element(
            EntryEvidence.UseEvidence use, long index, byte[] element, List<byte[]> path) {
        byte[] root = MerklePath.root(index, use.elements(), MerkleTree.leafHash(element), path);
        return root == null ? new byte[0] : root;
    }

    private static void mustHash(boolean does, String part) {
        if (!does) {
            throw new Unproven(
                    "content-differs",
                    "The %s is not what the log's leaf has the hash of.".formatted(part));
        }
    }
}
