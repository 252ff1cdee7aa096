package io.keyledger.shared.proof;

import java.util.Arrays;

/** What a log was at a size: its origin, how many leaves, their root (C2SP tlog-checkpoint). */
public final class Checkpoint {

    private static final int LINES = 3;

    private final String origin;
    private final long size;
    private final byte[] root;

    public Checkpoint(String origin, long size, byte[] root) {
        this.origin = origin;
        this.size = size;
        this.root = root.clone();
    }

    /**
     * Reads a signed checkpoint.
     *
     * @throws Unproven if it is none, or not signed by the key, or the key is of another log
     */
    public static Checkpoint verified(String note, VerifierKey key) {
        Checkpoint checkpoint = parse(SignedNote.parse(note).verified(key));
        if (!checkpoint.origin.equals(key.name())) {
            throw new Unproven(
                    "another-log",
                    "The checkpoint is of the log %s, the key of %s."
                            .formatted(checkpoint.origin, key.name()));
        }
        return checkpoint;
    }

    /**
     * Reads a checkpoint that was kept where nobody else writes; its signatures are not looked at.
     *
     * @throws Unproven if it is none
     */
    public static Checkpoint unverified(String note) {
        return parse(SignedNote.parse(note).text());
    }

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64Text.of(root) + "\n";
    }

    /** The checkpoint with a signature of its text by that key, as it is published. */
    public String note(VerifierKey key, byte[] signature) {
        return SignedNote.write(text(), key, signature);
    }

    public String origin() {
        return origin;
    }

    /** Number of leaves. */
    public long size() {
        return size;
    }

    public byte[] root() {
        return root.clone();
    }

    public boolean hasRoot(byte[] other) {
        return Arrays.equals(root, other);
    }

    /** Lines that may follow are of no meaning here. */
    private static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length <= LINES || lines[0].isEmpty()) {
            throw Unproven.malformed("The checkpoint lacks origin, size or root.");
        }
        return new Checkpoint(
                lines[0],
                Numbers.read(lines[1], "The checkpoint's size"),
                Base64Text.hash(lines[2], "The checkpoint's root"));
    }
}
