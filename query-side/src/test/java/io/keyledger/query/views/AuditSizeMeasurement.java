package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.IMPORTER;

import io.keyledger.query.keyuse.KeyUsageProjection;
import io.keyledger.query.ledger.LedgerEntry;
import io.keyledger.query.projection.Projection;
import io.keyledger.query.projection.ViewCopy;
import io.keyledger.query.projection.ViewTables;
import io.keyledger.query.testing.Company;
import io.keyledger.query.testing.Uses;
import io.keyledger.query.usetrail.UseTrailProjection;
import io.keyledger.shared.ledger.RecordKind;
import io.keyledger.shared.ledger.StoredRecord;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.KeyUses;
import io.keyledger.shared.use.KeyUsesCodec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Prints bytes per use and uses per second; run with {@code -Dkeyledger.measure=true}. */
@EnabledIfSystemProperty(named = "keyledger.measure", matches = "true")
class AuditSizeMeasurement extends FreshViews {

    private static final int RECORDS = 4_000;
    private static final int USES = 50;
    private static final int BATCH = 200;
    private static final int USERS = 500;

    @Test
    void measure() throws Exception {
        List<LedgerEntry> entries = records();
        for (Projection projection : List.of(new UseTrailProjection(), new KeyUsageProjection())) {
            long began = System.nanoTime();
            try (Connection connection = database.query().getConnection()) {
                connection.setAutoCommit(false);
                for (int from = 0; from < entries.size(); from += BATCH) {
                    projection.apply(
                            entries.subList(from, from + BATCH),
                            new ViewTables(connection, ViewCopy.LIVE));
                    connection.commit();
                }
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf("%s: %,.0f uses/s%n", projection.view(), RECORDS * USES / seconds);
        }
        JdbcClient.create(database.superuser())
                .sql(
                        """
                        SELECT relname::text || ' ' || (pg_relation_size(c.oid) / %1$d)::text FROM pg_class c
                          JOIN pg_namespace n ON n.oid = relnamespace
                         WHERE n.nspname = 'views' AND relname LIKE 'key_use_block%%'
                        UNION ALL
                        SELECT 'total bytes per use '
                               || (sum(pg_total_relation_size(c.oid)) / %1$d)::text FROM pg_class c
                          JOIN pg_namespace n ON n.oid = relnamespace
                         WHERE n.nspname = 'views' AND relkind = 'r' AND relname LIKE 'key_use_block%%'
                        """
                                .formatted(RECORDS * USES))
                .query(String.class)
                .list()
                .forEach(System.out::println);
    }

    private static List<LedgerEntry> records() {
        Random random = new Random(7);
        List<LedgerEntry> entries = new ArrayList<>();
        Instant at = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 1; i <= RECORDS; i++) {
            at = at.plusMillis(20);
            entries.add(new LedgerEntry(i, i - 1, at, record(i, at, random)));
        }
        return entries;
    }

    private static StoredRecord record(int number, Instant at, Random random) {
        UUID user =
                new UUID(
                        0x0190b5a000007000L + random.nextInt(USERS),
                        IMPORTER.getLeastSignificantBits());
        String key =
                Company.KEY.substring(0, 17)
                        + String.format("%05d", user.getMostSignificantBits() & 0xFFF);
        KeyUse[] uses = new KeyUse[USES];
        for (int i = 0; i < USES; i++) {
            uses[i] =
                    random.nextInt(20) == 0
                            ? Uses.refused(key, "permission-not-granted")
                            : Uses.allowed(key, "catalog.assets:view");
        }
        KeyUses record = new Uses(user, 1, 2).at(at, uses);
        return new StoredRecord(
                RecordKind.USES,
                new UUID(0, number),
                "acme",
                "writer",
                number,
                KeyUses.TYPE,
                KeyUses.REVISION,
                at,
                new byte[0],
                KeyUsesCodec.write(record));
    }
}
