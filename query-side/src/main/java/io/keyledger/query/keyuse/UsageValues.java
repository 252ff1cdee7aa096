package io.keyledger.query.keyuse;

import io.keyledger.query.bundle.Values;
import io.keyledger.query.compact.Compact;
import io.keyledger.query.compact.CompactReader;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Usage in two columns. {@code used} has the times of last uses, in microseconds from 1970 on, for
 * SQL to compare. {@code uses} has of each key, see {@link Compact}: how often it was allowed and
 * refused, and if known when it was used first, when it was allowed last, and when it was used
 * last; then, if it was used, the last use's entry, reason, permission, method, path, address and
 * user agent.
 */
final class UsageValues implements Values<Usage> {

    @Override
    public List<String> columns() {
        return List.of("used", "uses");
    }

    @Override
    public void bind(PreparedStatement statement, int from, Collection<Usage> values)
            throws SQLException {
        @Nullable Long[] used = new @Nullable Long[values.size()];
        Compact uses = new Compact();
        int place = 0;
        for (Usage usage : values) {
            used[place++] = usage.last() == null ? null : micros(usage.last().at());
            write(usage, uses);
        }
        statement.setArray(from, statement.getConnection().createArrayOf("bigint", used));
        statement.setBytes(from + 1, uses.toBytes());
    }

    @Override
    public List<Usage> read(ResultSet row, int keys) throws SQLException {
        CompactReader in = new CompactReader(row.getBytes("uses"));
        List<Usage> usages = new ArrayList<>(keys);
        for (int i = 0; i < keys; i++) {
            usages.add(usage(in));
        }
        return usages;
    }

    @Override
    public Usage merge(Usage one, Usage other) {
        return one.merge(other);
    }

    private static void write(Usage usage, Compact out) {
        out.number(usage.allowed());
        out.number(usage.refused());
        out.numberOrNull(micros(usage.firstUsedAt()));
        out.numberOrNull(micros(usage.lastAllowedAt()));
        LastUse last = usage.last();
        out.numberOrNull(last == null ? null : micros(last.at()));
        if (last != null) {
            out.number(last.entry());
            out.textOrNull(last.reason());
            out.textOrNull(last.permission());
            out.textOrNull(last.method());
            out.textOrNull(last.path());
            out.numberOrNull(last.address());
            out.numberOrNull(last.userAgent());
        }
    }

    private static Usage usage(CompactReader in) {
        return new Usage(
                in.number(),
                in.number(),
                instant(in.numberOrNull()),
                instant(in.numberOrNull()),
                last(instant(in.numberOrNull()), in));
    }

    private static @Nullable LastUse last(@Nullable Instant at, CompactReader in) {
        return at == null
                ? null
                : new LastUse(
                        at,
                        in.number(),
                        in.textOrNull(),
                        in.textOrNull(),
                        in.textOrNull(),
                        in.textOrNull(),
                        in.numberOrNull(),
                        in.numberOrNull());
    }

    private static @Nullable Long micros(@Nullable Instant at) {
        return at == null ? null : Long.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }

    private static @Nullable Instant instant(@Nullable Long micros) {
        return micros == null ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
