package io.keyledger.shared.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text and who signed it (C2SP signed-note). The text ends with a line feed; after an empty line,
 * each signature has a line of its own.
 */
final class SignedNote {

    private static final String DASH = "\u2014 ";
    private static final int MAX_SIGNATURES = 64;

    private final String text;
    private final List<Line> lines;

    private SignedNote(String text, List<Line> lines) {
        this.text = text;
        this.lines = lines;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Line(String name, int id, byte[] signature) {}

    /** The note of a text with one signature. */
    static String write(String text, VerifierKey key, byte[] signature) {
        byte[] signed =
                ByteBuffer.allocate(Integer.BYTES + signature.length)
                        .putInt(key.id())
                        .put(signature)
                        .array();
        return text + "\n" + DASH + key.name() + " " + Base64Text.of(signed) + "\n";
    }

    static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            throw Unproven.malformed("The checkpoint has no signatures after an empty line.");
        }
        if (note.chars().anyMatch(each -> each < ' ' && each != '\n')) {
            throw Unproven.malformed("The checkpoint has control characters in it.");
        }
        List<Line> lines = note.substring(end + 2).lines().map(SignedNote::line).toList();
        if (lines.isEmpty() || lines.size() > MAX_SIGNATURES) {
            throw Unproven.malformed("The checkpoint has no signature, or too many.");
        }
        return new SignedNote(note.substring(0, end + 1), lines);
    }

    /**
     * The text, once one signature at least of the key verified and none failed.
     *
     * @throws Unproven if there is none, or one that is not good
     */
    String verified(VerifierKey key) {
        List<Line> ours = new ArrayList<>(lines);
        ours.removeIf(line -> line.id() != key.id() || !line.name().equals(key.name()));
        if (ours.isEmpty()) {
            throw new Unproven(
                    "unknown-key",
                    "The checkpoint has no signature of the key " + key.name() + ".");
        }
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        if (!ours.stream().allMatch(line -> key.verifies(message, line.signature()))) {
            throw new Unproven(
                    "bad-signature",
                    "The checkpoint's signature is not good: origin, size or root are not what was"
                            + " signed, or the signature itself was changed.");
        }
        return text;
    }

    /** The text, whoever signed it. */
    String text() {
        return text;
    }

    private static Line line(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length()) {
            throw Unproven.malformed("A signature line of the checkpoint is not of that form.");
        }
        byte[] signed = Base64Text.read(line.substring(space + 1), "The checkpoint's signature");
        if (signed.length <= Integer.BYTES) {
            throw Unproven.malformed("The checkpoint's signature is too short.");
        }
        return new Line(
                KeyName.check(line.substring(DASH.length(), space)),
                ByteBuffer.wrap(signed).getInt(),
                Arrays.copyOfRange(signed, Integer.BYTES, signed.length));
    }
}
