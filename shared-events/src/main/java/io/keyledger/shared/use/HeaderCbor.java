package io.keyledger.shared.use;

import io.keyledger.shared.record.PersonalRef;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/**
 * {@code [decidedAt µs, snapshot, [[kind, id (16 bytes), version]…], [[ref, commitment (32
 * bytes)]…]]}.
 */
final class HeaderCbor {

    private static final int ENTITY_FIELDS = 3;
    private static final int PERSONAL_FIELDS = 2;

    private HeaderCbor() {}

    static byte[] write(KeyUsesHeader header) {
        return Cbor.write(
                out -> {
                    out.writeStartArray(header, 4);
                    out.writeNumber(ChronoUnit.MICROS.between(Instant.EPOCH, header.decidedAt()));
                    out.writeString(header.snapshot());
                    Cbor.writeArray(
                            out,
                            header.entities(),
                            entity -> {
                                out.writeStartArray(entity, ENTITY_FIELDS);
                                out.writeNumber(entity.kind().code());
                                out.writeBinary(bytesOf(entity.id()));
                                out.writeNumber(entity.version());
                                out.writeEndArray();
                            });
                    Cbor.writeArray(
                            out,
                            header.personal(),
                            value -> {
                                out.writeStartArray(value, PERSONAL_FIELDS);
                                out.writeNumber(value.ref());
                                out.writeBinary(Base64.getUrlDecoder().decode(value.commitment()));
                                out.writeEndArray();
                            });
                    out.writeEndArray();
                });
    }

    static KeyUsesHeader read(byte[] element) {
        return Cbor.read(
                element,
                in -> {
                    in.start();
                    return new KeyUsesHeader(
                            Instant.EPOCH.plus(in.number(), ChronoUnit.MICROS),
                            in.text(),
                            in.list(HeaderCbor::entity),
                            in.list(HeaderCbor::personal));
                });
    }

    private static EntityVersion entity(Cbor.Reader in) {
        EntityVersion entity =
                new EntityVersion(EntityKind.of(in.index()), idOf(in.bytes()), in.number());
        in.end();
        return entity;
    }

    private static PersonalRef personal(Cbor.Reader in) {
        long ref = in.number();
        String commitment = Base64.getUrlEncoder().withoutPadding().encodeToString(in.bytes());
        in.end();
        return new PersonalRef(ref, commitment);
    }

    private static byte[] bytesOf(UUID id) {
        return ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID idOf(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
