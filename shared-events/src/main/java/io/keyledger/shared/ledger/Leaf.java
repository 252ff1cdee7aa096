package io.keyledger.shared.ledger;

import io.keyledger.shared.event.UnreadableEvent;
import io.keyledger.shared.record.MerkleTree;
import io.keyledger.shared.record.Sha256;
import io.keyledger.shared.use.KeyUsesCodec;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The leaf of a record in its workspace's Merkle log, format 1. Integers are big-endian; a text is
 * its length in bytes as 16 bits, then UTF-8; an instant is microseconds since 1970 in 64 bits:
 *
 * <pre>
 * u8 format = 1 | u8 kind | 16 bytes event id | text workspace | text stream | u64 sequence
 * | text type | u16 revision | u64 occurred at | u64 ledgered at
 * | 32 bytes SHA-256(metadata) | 32 bytes content hash
 * </pre>
 *
 * <p>The content hash is the SHA-256 of a change's payload, and of a journal record's elements the
 * RFC 6962 root. A journal payload that is not an array of byte strings has a place in the log
 * nevertheless: its content hash is {@code SHA-256(0x02 || payload)}, which is neither a leaf's nor
 * a node's.
 */
public final class Leaf {

    private static final int FORMAT = 1;
    private static final byte[] UNSPLIT = {2};
    private static final int MAX_TEXT_BYTES = 0xFFFF;

    private Leaf() {}

    /** The leaf's bytes, far below the 64 KiB of a C2SP {@code tlog-tiles} entry. */
    public static byte[] of(StoredRecord stored, Instant ledgeredAt) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeByte(stored.kind().code());
            writeId(out, stored.eventId());
            writeText(out, stored.workspace());
            writeText(out, stored.stream());
            out.writeLong(stored.sequence());
            writeText(out, stored.type());
            out.writeShort(stored.revision());
            out.writeLong(micros(stored.occurredAt()));
            out.writeLong(micros(ledgeredAt));
            out.write(Sha256.of(stored.metadata()));
            out.write(contentHash(stored));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] contentHash(StoredRecord stored) {
        return switch (stored.kind()) {
            case CHANGE -> Sha256.of(stored.payload());
            case USES -> usesHash(stored.payload());
        };
    }

    private static byte[] usesHash(byte[] payload) {
        try {
            return MerkleTree.root(KeyUsesCodec.elements(payload));
        } catch (UnreadableEvent _) {
            return Sha256.of(UNSPLIT, payload);
        }
    }

    private static void writeId(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > MAX_TEXT_BYTES) {
            throw new IllegalArgumentException("a leaf holds no text of " + utf8.length + " bytes");
        }
        out.writeShort(utf8.length);
        out.write(utf8);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
