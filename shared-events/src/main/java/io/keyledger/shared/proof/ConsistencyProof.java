package io.keyledger.shared.proof;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The proof that a log became what a newer checkpoint says from what an older one says by appending
 * alone, as a file: a line with its form, the hashes of RFC 9162, section 2.1.4, both checkpoints,
 * each part after an empty line.
 */
public record ConsistencyProof(List<byte[]> path, String older, String newer) {

    static final String FORM = "keyledger/consistency@v1";

    private static final int PARTS = 5;

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** The file's text. */
    public String text() {
        return FORM
                + "\n"
                + path.stream()
                        .map(hash -> Base64Text.of(hash) + "\n")
                        .collect(Collectors.joining())
                + "\n"
                + older
                + "\n"
                + newer;
    }

    static ConsistencyProof parse(String text) {
        String[] parts = text.split("\n\n", -1);
        if (parts.length != PARTS) {
            throw Unproven.malformed("The file has not two checkpoints, each after an empty line.");
        }
        List<byte[]> path =
                parts[0].lines()
                        .skip(1)
                        .map(line -> Base64Text.hash(line, "A line of the path"))
                        .toList();
        return new ConsistencyProof(
                path, parts[1] + "\n\n" + parts[2] + "\n", parts[3] + "\n\n" + parts[4]);
    }
}
