package io.keyledger.shared.use;

import io.keyledger.shared.event.UnreadableEvent;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Journal payloads: a CBOR array of byte strings, header first, then one per use. */
public final class KeyUsesCodec {

    private KeyUsesCodec() {}

    public static byte[] write(KeyUses record) {
        CborWriter element = new CborWriter();
        HeaderCbor.write(element, record.header());
        CborWriter payload = new CborWriter().array(record.uses().size() + 1).bytes(element);
        for (KeyUse use : record.uses()) {
            UseCbor.write(element.clear(), use);
            payload.bytes(element);
        }
        return payload.toBytes();
    }

    /**
     * Reads a stored payload of the given revision.
     *
     * @throws UnreadableEvent if it holds something else
     */
    public static KeyUses read(int revision, byte[] payload) {
        return decode(revision, elements(payload));
    }

    /**
     * Reads the header and one of the uses that were elements of a stored payload.
     *
     * @throws UnreadableEvent if they hold something else
     */
    public static KeyUses read(int revision, byte[] header, byte[] use) {
        return decode(revision, List.of(header, use));
    }

    private static KeyUses decode(int revision, List<byte[]> elements) {
        Function<byte[], KeyUse> use = reader(revision);
        return promised(
                () ->
                        new KeyUses(
                                HeaderCbor.read(elements.getFirst()),
                                elements.stream().skip(1).map(use).toList()));
    }

    /**
     * Reads of a stored payload those uses that have one of these indexes, and of its header what
     * they point to; the rest is passed over. What is beyond its end is left out.
     *
     * @throws UnreadableEvent if it holds something else
     */
    public static SomeUses some(int revision, byte[] payload, Collection<Integer> indexes) {
        Function<byte[], KeyUse> use = reader(revision);
        Set<Integer> wanted = Set.copyOf(indexes);
        return promised(
                () -> {
                    CborReader in = new CborReader(payload);
                    int size = in.size() - 1;
                    byte[] header = in.bytes();
                    Map<Integer, KeyUse> found = new HashMap<>();
                    for (int index = 0; index < size; index++) {
                        if (wanted.contains(index)) {
                            found.put(index, use.apply(in.bytes()));
                        } else {
                            in.passBytes();
                        }
                    }
                    in.end();
                    Pointed pointed = Pointed.by(found.values());
                    found.replaceAll((_, each) -> pointed.in(each));
                    return new SomeUses(HeaderCbor.read(header, pointed), size, found);
                });
    }

    private static Function<byte[], KeyUse> reader(int revision) {
        return switch (revision) {
            case 1 -> FirstUseCbor::read;
            case KeyUses.REVISION -> UseCbor::read;
            default ->
                    throw new UnreadableEvent(
                            "no revision " + revision + " of " + KeyUses.TYPE + " is known");
        };
    }

    private static <T> T promised(Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException _) {
            throw new UnreadableEvent(
                    "a record of key uses does not hold what its revision promises");
        }
    }

    /**
     * The byte strings of a payload: the leaves of its own Merkle tree, the header's first, so one
     * at least. A payload has one form only: equal elements mean equal payloads.
     *
     * @throws UnreadableEvent if it is not such an array
     */
    public static List<byte[]> elements(byte[] payload) {
        try {
            CborReader in = new CborReader(payload);
            List<byte[]> elements = in.list(CborReader::bytes);
            in.end();
            if (elements.isEmpty()) {
                throw new IllegalArgumentException("no header");
            }
            return elements;
        } catch (IllegalArgumentException _) {
            throw new UnreadableEvent("a record of key uses is not an array of byte strings");
        }
    }
}
