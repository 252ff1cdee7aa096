package io.keyledger.shared.ledger;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;

/**
 * What the bytes of a leaf say; of metadata and content their hashes.
 *
 * @param contentHash of a change the SHA-256 of its payload, of key uses the root over its elements
 */
@SuppressWarnings("ArrayRecordComponent") // hashes, compared by whoever checks them
public record LeafFields(
        RecordKind kind,
        UUID eventId,
        String workspace,
        String stream,
        long sequence,
        String type,
        int revision,
        Instant occurredAt,
        Instant ledgeredAt,
        byte[] metadataHash,
        byte[] contentHash) {

    private static final int HASH_BYTES = 32;

    /**
     * Reads a leaf of format 1.
     *
     * @throws IllegalArgumentException if the bytes are not exactly one
     */
    public static LeafFields read(byte[] leaf) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(leaf))) {
            if (in.readByte() != 1) {
                throw new IllegalArgumentException("not of format 1");
            }
            LeafFields fields =
                    new LeafFields(
                            kind(in.readByte()),
                            new UUID(in.readLong(), in.readLong()),
                            text(in),
                            text(in),
                            in.readLong(),
                            text(in),
                            in.readUnsignedShort(),
                            time(in),
                            time(in),
                            hash(in),
                            hash(in));
            if (in.read() >= 0) {
                throw new IllegalArgumentException("more than a leaf");
            }
            return fields;
        } catch (IOException _) {
            throw new IllegalArgumentException("less than a leaf");
        }
    }

    public boolean hasMetadataHash(byte[] hash) {
        return Arrays.equals(metadataHash, hash);
    }

    public boolean hasContentHash(byte[] hash) {
        return Arrays.equals(contentHash, hash);
    }

    private static RecordKind kind(byte code) {
        for (RecordKind kind : RecordKind.values()) {
            if (kind.code() == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind " + code);
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] utf8 = in.readNBytes(in.readUnsignedShort());
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException _) {
            throw new IllegalArgumentException("a text that is not UTF-8");
        }
    }

    private static Instant time(DataInputStream in) throws IOException {
        return Instant.EPOCH.plus(in.readLong(), ChronoUnit.MICROS);
    }

    private static byte[] hash(DataInputStream in) throws IOException {
        return in.readNBytes(HASH_BYTES);
    }
}
