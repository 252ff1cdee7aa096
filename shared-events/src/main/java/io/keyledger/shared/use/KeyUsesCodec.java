package io.keyledger.shared.use;

import io.keyledger.shared.event.UnreadableEvent;

import tools.jackson.core.JacksonException;

import java.util.ArrayList;
import java.util.List;

/** Journal payloads: a CBOR array of byte strings, header first, then one per use. */
public final class KeyUsesCodec {

    private KeyUsesCodec() {}

    public static byte[] write(KeyUses record) {
        List<byte[]> elements = new ArrayList<>(record.uses().size() + 1);
        elements.add(HeaderCbor.write(record.header()));
        record.uses().forEach(use -> elements.add(UseCbor.write(use)));
        return Cbor.write(
                out -> {
                    out.writeStartArray(elements, elements.size());
                    elements.forEach(out::writeBinary);
                    out.writeEndArray();
                });
    }

    /**
     * Reads a stored payload of the given revision.
     *
     * @throws UnreadableEvent if it holds something else
     */
    public static KeyUses read(int revision, byte[] payload) {
        if (revision != KeyUses.REVISION) {
            throw new UnreadableEvent(
                    "no revision " + revision + " of " + KeyUses.TYPE + " is known");
        }
        try {
            List<byte[]> elements = elements(payload);
            return new KeyUses(
                    HeaderCbor.read(elements.getFirst()),
                    elements.subList(1, elements.size()).stream().map(UseCbor::read).toList());
        } catch (JacksonException | IllegalArgumentException | IndexOutOfBoundsException _) {
            throw new UnreadableEvent(
                    "a record of key uses does not hold what its revision promises");
        }
    }

    /** The byte strings of a payload: the leaves of its own Merkle tree, the header's first. */
    public static List<byte[]> elements(byte[] payload) {
        try {
            return Cbor.read(payload, Cbor.Reader::byteStrings);
        } catch (JacksonException | IllegalArgumentException _) {
            throw new UnreadableEvent("a record of key uses is not an array of byte strings");
        }
    }
}
