package io.keyledger.shared.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The proof that an entry is in its workspace's log, as a file (C2SP tlog-proof).
 *
 * @param index of its record's leaf
 * @param path from the leaf up, its sibling first
 * @param note the signed checkpoint
 */
public record EntryProof(EntryEvidence evidence, long index, List<byte[]> path, String note) {

    static final String FORM = "c2sp.org/tlog-proof@v1";

    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    public EntryProof {
        path = List.copyOf(path);
    }

    /** The file's text. */
    public String text() {
        return FORM
                + "\n"
                + EXTRA
                + Base64Text.of(evidence.write())
                + "\n"
                + INDEX
                + index
                + "\n"
                + path.stream()
                        .map(hash -> Base64Text.of(hash) + "\n")
                        .collect(Collectors.joining())
                + "\n"
                + note;
    }

    static EntryProof parse(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw Unproven.malformed("The file has no checkpoint after an empty line.");
        }
        List<String> lines = new ArrayList<>(List.of(text.substring(0, end).split("\n", -1)));
        lines.removeFirst();
        EntryEvidence evidence = EntryEvidence.read(extra(lines));
        long index = Numbers.read(rest(lines, INDEX), "The file's index");
        List<byte[]> path =
                lines.stream().map(line -> Base64Text.hash(line, "A line of the path")).toList();
        return new EntryProof(evidence, index, path, text.substring(end + 2));
    }

    /** Whoever checks a proof by this file alone needs what leads to the leaf. */
    private static byte[] extra(List<String> lines) {
        return Base64Text.read(rest(lines, EXTRA), "The extra data");
    }

    private static String rest(List<String> lines, String word) {
        if (lines.isEmpty() || !lines.getFirst().startsWith(word)) {
            throw Unproven.malformed(
                    "The file lacks the line \"" + word.strip() + "\" in its place.");
        }
        return lines.removeFirst().substring(word.length());
    }
}
