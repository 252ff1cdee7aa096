package io.keyledger.shared.use;

import io.keyledger.shared.record.PersonalRef;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * {@code [decidedAt µs, snapshot, [[kind, id (16 bytes), version]…], [[ref, commitment (32
 * bytes)]…]]}.
 */
final class HeaderCbor {

    private static final int FIELDS = 4;
    private static final int ENTITY_FIELDS = 3;
    private static final int PERSONAL_FIELDS = 2;
    private static final int COMMITMENT_BYTES = 32;

    private HeaderCbor() {}

    static void write(CborWriter out, KeyUsesHeader header) {
        out.array(FIELDS)
                .number(ChronoUnit.MICROS.between(Instant.EPOCH, header.decidedAt()))
                .text(header.snapshot())
                .list(header.entities(), HeaderCbor::write)
                .list(header.personal(), HeaderCbor::write);
    }

    static KeyUsesHeader read(byte[] element) {
        return read(
                element, in -> in.list(HeaderCbor::entity), in -> in.list(HeaderCbor::personal));
    }

    /** Reads of a header what is pointed to; the rest is passed over. */
    static KeyUsesHeader read(byte[] element, Pointed pointed) {
        return read(
                element,
                in -> some(in, pointed.entities(), HeaderCbor::entity, HeaderCbor::passEntity),
                in -> some(in, pointed.personal(), HeaderCbor::personal, HeaderCbor::passPersonal));
    }

    private static KeyUsesHeader read(
            byte[] element,
            Function<CborReader, List<EntityVersion>> entities,
            Function<CborReader, List<PersonalRef>> personal) {
        CborReader in = new CborReader(element);
        in.array(FIELDS);
        KeyUsesHeader header =
                new KeyUsesHeader(
                        Instant.EPOCH.plus(in.number(), ChronoUnit.MICROS),
                        in.text(),
                        entities.apply(in),
                        personal.apply(in));
        in.end();
        return header;
    }

    private static <T> List<T> some(
            CborReader in,
            List<Integer> wanted,
            Function<CborReader, T> item,
            Consumer<CborReader> pass) {
        List<T> items = new ArrayList<>(wanted.size());
        int size = in.size();
        for (int i = 0; i < size; i++) {
            if (items.size() < wanted.size() && wanted.get(items.size()) == i) {
                items.add(item.apply(in));
            } else {
                pass.accept(in);
            }
        }
        if (items.size() < wanted.size()) {
            throw new IllegalArgumentException("a key use points beyond its header");
        }
        return items;
    }

    private static void passEntity(CborReader in) {
        in.array(ENTITY_FIELDS);
        in.number();
        in.passBytes();
        in.number();
    }

    private static void passPersonal(CborReader in) {
        in.array(PERSONAL_FIELDS);
        in.number();
        in.passBytes();
    }

    private static void write(CborWriter out, EntityVersion entity) {
        out.array(ENTITY_FIELDS)
                .number(entity.kind().code())
                .uuid(entity.id())
                .number(entity.version());
    }

    private static void write(CborWriter out, PersonalRef value) {
        byte[] commitment = Base64.getUrlDecoder().decode(value.commitment());
        if (commitment.length != COMMITMENT_BYTES) {
            throw new IllegalArgumentException("a commitment has 32 bytes");
        }
        out.array(PERSONAL_FIELDS).number(value.ref()).bytes(commitment);
    }

    private static EntityVersion entity(CborReader in) {
        in.array(ENTITY_FIELDS);
        EntityKind kind = EntityKind.of(in.index());
        return new EntityVersion(kind, in.uuid(), in.number());
    }

    private static PersonalRef personal(CborReader in) {
        in.array(PERSONAL_FIELDS);
        long ref = in.number();
        byte[] commitment = in.bytes(COMMITMENT_BYTES);
        return new PersonalRef(
                ref, Base64.getUrlEncoder().withoutPadding().encodeToString(commitment));
    }
}
