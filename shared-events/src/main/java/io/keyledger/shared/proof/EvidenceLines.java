package io.keyledger.shared.proof;

import java.util.ArrayList;
import java.util.List;

/** Reads lines of evidence one after the other. */
final class EvidenceLines {

    private final List<String> lines;
    private int next;

    EvidenceLines(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    boolean isAt(String word) {
        return next < lines.size() && lines.get(next).startsWith(word + " ");
    }

    byte[] bytes(String word) {
        return Base64Text.read(rest(word), "The evidence's " + word);
    }

    long number(String word) {
        return Numbers.read(rest(word), "The evidence's " + word);
    }

    /** The number after the word, of a line that is still to be read. */
    long indexOf(String word) {
        int here = next;
        String[] parts = rest(word).split(" ", 2);
        next = here;
        return Numbers.read(parts[0], "The evidence's index of the " + word);
    }

    /** Bytes, and the hashes behind them. */
    List<byte[]> element(String words) {
        String[] parts = rest(words).split(" ", -1);
        List<byte[]> read = new ArrayList<>();
        read.add(Base64Text.read(parts[0], "The evidence's " + words));
        for (int i = 1; i < parts.length; i++) {
            read.add(Base64Text.hash(parts[i], "A hash of the evidence's " + words));
        }
        return read;
    }

    void end() {
        if (next < lines.size()) {
            throw Unproven.malformed("The extra data has more lines than evidence of an entry.");
        }
    }

    private String rest(String word) {
        if (!isAt(word)) {
            throw Unproven.malformed("The evidence lacks the line \"" + word + "\" in its place.");
        }
        return lines.get(next++).substring(word.length() + 1);
    }
}
