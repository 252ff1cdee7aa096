package io.keyledger.benchmark;

import io.keyledger.shared.ledger.Leaf;
import io.keyledger.shared.ledger.RecordKind;
import io.keyledger.shared.ledger.StoredRecord;
import io.keyledger.shared.record.PersonalRef;
import io.keyledger.shared.use.EntityKind;
import io.keyledger.shared.use.EntityVersion;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.KeyUses;
import io.keyledger.shared.use.KeyUsesCodec;
import io.keyledger.shared.use.KeyUsesHeader;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One workspace's record of a batch; time is for all of its uses. */
@State(Scope.Thread)
public class RecordBenchmark {

    @Param({"1", "16", "128"})
    private int uses;

    private KeyUses record;
    private byte[] payload;
    private StoredRecord stored;

    @Setup
    public void prepare() {
        Instant at = Instant.parse("2026-11-23T10:00:00.123456Z");
        List<EntityVersion> entities = new ArrayList<>();
        entities.add(new EntityVersion(EntityKind.USER_GROUP, UUID.randomUUID(), 3));
        entities.add(new EntityVersion(EntityKind.ROLE, UUID.randomUUID(), 5));
        List<KeyUse> all = new ArrayList<>();
        for (int i = 0; i < uses; i++) {
            entities.add(new EntityVersion(EntityKind.SERVICE_USER, UUID.randomUUID(), 9));
            all.add(use(i, entities.size() - 1));
        }
        PersonalRef personal = new PersonalRef(17, "A".repeat(43));
        record =
                new KeyUses(
                        new KeyUsesHeader(
                                at, "1234567:1234567:", entities, List.of(personal, personal)),
                        all);
        payload = KeyUsesCodec.write(record);
        stored =
                new StoredRecord(
                        RecordKind.USES,
                        UUID.randomUUID(),
                        "acme",
                        UUID.randomUUID().toString(),
                        7,
                        KeyUses.TYPE,
                        KeyUses.REVISION,
                        at,
                        new byte[0],
                        payload);
    }

    @Benchmark
    public byte[] write() {
        return KeyUsesCodec.write(record);
    }

    @Benchmark
    public KeyUses read() {
        return KeyUsesCodec.read(KeyUses.REVISION, payload);
    }

    @Benchmark
    public byte[] leaf() {
        return Leaf.of(stored, stored.occurredAt());
    }

    private static KeyUse use(int number, int serviceUser) {
        return new KeyUse(
                "0KeyOfTheImporter%05d".formatted(number),
                List.of(serviceUser, 0, 1),
                "catalog.assets:view",
                null,
                null,
                null,
                1,
                null,
                List.of(),
                null,
                null,
                0,
                1,
                null,
                "0KeyOfTheGateway000001",
                null,
                1);
    }
}
