package io.keyledger.shared.proof;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The bytes of a leaf, and what of its record leads to them: the extra data of an entry's proof.
 * One line each, a word and then Base64, in this order.
 *
 * <pre>
 * keyledger/entry@v1
 * leaf BYTES
 * metadata BYTES                of a change
 * payload BYTES                 of a change, unless it holds the hash of a secret
 * elements NUMBER               of key uses: how many elements the record has
 * header BYTES HASH...          element 0, and its path to the content hash
 * use INDEX BYTES HASH...       the use's index from 0 and element, and its path
 * </pre>
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as stored, never compared
public record EntryEvidence(
        byte[] leaf, @Nullable ChangeEvidence change, @Nullable UseEvidence use) {

    private static final String FORM = "keyledger/entry@v1";

    /**
     * What is stored of a change.
     *
     * @param payload null where it is withheld
     */
    public record ChangeEvidence(byte[] metadata, byte @Nullable [] payload) {}

    /**
     * One element of a record of key uses with its header.
     *
     * @param elements how many there are, header included
     * @param index of the use, from 0
     */
    public record UseEvidence(
            long elements,
            byte[] header,
            List<byte[]> headerPath,
            long index,
            byte[] use,
            List<byte[]> usePath) {

        public UseEvidence {
            headerPath = List.copyOf(headerPath);
            usePath = List.copyOf(usePath);
        }
    }

    byte[] write() {
        List<String> lines = new ArrayList<>(List.of(FORM, "leaf " + Base64Text.of(leaf)));
        if (change != null) {
            lines.add("metadata " + Base64Text.of(change.metadata()));
            byte[] payload = change.payload();
            if (payload != null) {
                lines.add("payload " + Base64Text.of(payload));
            }
        }
        if (use != null) {
            lines.add("elements " + use.elements());
            lines.add("header " + Base64Text.of(use.header()) + words(use.headerPath()));
            lines.add("use " + use.index() + " " + Base64Text.of(use.use()) + words(use.usePath()));
        }
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static EntryEvidence read(byte[] extra) {
        String text = new String(extra, StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        if (!lines.removeFirst().equals(FORM) || lines.isEmpty() || !lines.removeLast().isEmpty()) {
            throw Unproven.malformed("The extra data is not evidence of an entry.");
        }
        EvidenceLines in = new EvidenceLines(lines);
        byte[] leaf = in.bytes("leaf");
        EntryEvidence evidence =
                in.isAt("metadata")
                        ? new EntryEvidence(leaf, change(in), null)
                        : new EntryEvidence(leaf, null, use(in));
        in.end();
        return evidence;
    }

    private static ChangeEvidence change(EvidenceLines in) {
        byte[] metadata = in.bytes("metadata");
        return new ChangeEvidence(metadata, in.isAt("payload") ? in.bytes("payload") : null);
    }

    private static UseEvidence use(EvidenceLines in) {
        long elements = in.number("elements");
        List<byte[]> header = in.element("header");
        long index = in.indexOf("use");
        List<byte[]> use = in.element("use " + index);
        return new UseEvidence(
                elements,
                header.getFirst(),
                header.subList(1, header.size()),
                index,
                use.getFirst(),
                use.subList(1, use.size()));
    }

    private static String words(List<byte[]> hashes) {
        return hashes.stream().map(hash -> " " + Base64Text.of(hash)).collect(Collectors.joining());
    }
}
